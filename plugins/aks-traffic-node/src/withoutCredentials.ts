import { PiecesOf } from './credentials/PiecesOf';
import { withheld, withoutShapes } from './credentials/credentialShapes';
import { decodings, joined } from './credentials/decodings';
import { withoutBlobs } from './credentials/withoutBlobs';

/** Characters of a text that are looked at, several times what anybody is shown of it. */
const longest = 8192;

/** The beginning of a JSON Web Token, which shows only in what was decoded. */
const tokenHeader = /\{\s{0,5}"(?:alg|typ|kid|x5t)"\s{0,5}:/;

/**
 * The words of a server without the credentials that it may repeat: some answer a request that they cannot handle with
 * everything that was in it, in whatever way of writing. What looks like a credential is withheld, and so is every run
 * of more than 40 characters that looks like base64 or hexadecimal digits. Where what is left still holds ten letters
 * and digits in a row of what was sent, or something that looks like a credential, in one of the usual encodings or up
 * to three on top of each other, nothing is left of it at all.
 *
 * @param text - is cut after 8,192 characters, so that no server can keep the reader busy with it.
 * @param secrets - what was sent to it, and is to be withheld whatever it looks like.
 *
 * @public
 */
export function withoutCredentials(
  text: string,
  secrets: readonly (string | undefined)[] = [],
): string {
  const sent = secrets.filter(
    (secret): secret is string => secret !== undefined && secret !== '',
  );
  const unsaid = sent.reduce(
    (rest, secret) => rest.split(secret).join(withheld),
    text.slice(0, longest),
  );
  const left = withoutBlobs(withoutShapes(unsaid));
  const pieces = new PiecesOf(sent);
  const holdsSecret = (decoded: string) =>
    pieces.areIn(decoded) || sent.some(secret => decoded.includes(secret));
  const decoded = [...decodings(left)];
  return decoded.some(holdsSecret) ||
    decoded.slice(1).some(holdsCredential) ||
    [...decodings(joined(left))].some(holdsSecret)
    ? withheld
    : left;
}

function holdsCredential(decoded: string): boolean {
  return tokenHeader.test(decoded) || withoutShapes(decoded) !== decoded;
}
