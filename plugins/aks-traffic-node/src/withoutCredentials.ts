/** Shapes that credentials have wherever they come from: headers, JSON Web Tokens, private keys, fields of a sign-in. */
const shapes: readonly RegExp[] = [
  /\b(?:bearer|basic)\s+[\w.~+/=-]{6,}/gi,
  /\beyJ[\w-]{6,}\.[\w-]+(?:\.[\w-]*)?/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];

const field =
  /\b(client_secret|client_assertion|access_token|refresh_token|id_token|password)(["']?\s*[=:]\s*["']?)[^\s"'&,;|]+/gi;

const withheld = '(withheld)';

/** Characters of a text that are looked at, several times what anybody is shown of it. */
const longest = 8192;

/**
 * The words of a server without the credentials that it may repeat: some answer a request that they cannot handle with
 * everything that was in it.
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
  const unsaid = secrets
    .filter(secret => secret !== undefined && secret !== '')
    .reduce<string>((rest, secret) => rest.split(secret!).join(withheld), text);
  return shapes
    .reduce(
      (rest, shape) => rest.replace(shape, withheld),
      unsaid.slice(0, longest),
    )
    .replace(field, `$1$2${withheld}`);
}
