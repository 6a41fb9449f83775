/** Shapes that credentials have wherever they come from: headers, JSON Web Tokens, private keys. */
const shapes: readonly RegExp[] = [
  /\b(?:bearer|basic)\s+[\w.~+/=-]{6,}/gi,
  /\beyJ[\w-]{6,}\.[\w-]+(?:\.[\w-]*)?/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];

/** Fields of a sign-in: of a form, of JSON, or of JSON in a text of JSON. */
const field =
  /\b(client_secret|client_assertion|access_token|refresh_token|id_token|password)(\\*["']?\s*[=:]\s*)(?:\\*"[^"\\]*|\\*'[^'\\]*|[^\s"'&,;|]+)/gi;

/** Words that may hold a whole text of another encoding, and what they say. */
const encodings: readonly { word: RegExp; decode(word: string): string[] }[] = [
  {
    word: /[\w+/-]{8,}={0,2}/g,
    // A word of its own may stand before it without a space: where it begins cannot be known.
    decode: word =>
      [0, 1, 2, 3].map(from =>
        Buffer.from(word.slice(from), 'base64').toString('utf8'),
      ),
  },
  {
    word: /[^\s"]+/g,
    decode: word =>
      word.includes('%')
        ? [
            word
              .replace(/\+/g, ' ')
              .replace(/%([\da-f]{2})/gi, (_, code) =>
                String.fromCharCode(parseInt(code, 16)),
              ),
          ]
        : [],
  },
];

const withheld = '(withheld)';

/** Characters of a text that are looked at, several times what anybody is shown of it. */
const longest = 8192;

/**
 * The words of a server without the credentials that it may repeat: some answer a request that they cannot handle with
 * everything that was in it, as it was sent or written as base64 or as the text of an address.
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
  const tells = (decoded: string) =>
    sent.some(secret => decoded.includes(secret)) ||
    [...shapes, field].some(shape => decoded.search(shape) >= 0);
  const unsaid = sent
    .reduce((rest, secret) => rest.split(secret).join(withheld), text)
    .slice(0, longest);
  const decoded = encodings.reduce(
    (rest, { word, decode }) =>
      rest.replace(word, each => (decode(each).some(tells) ? withheld : each)),
    unsaid,
  );
  return shapes
    .reduce((rest, shape) => rest.replace(shape, withheld), decoded)
    .replace(field, `$1$2${withheld}`);
}
