/** Shapes that credentials have wherever they come from: headers, JSON Web Tokens, private keys, fields of a sign-in. */
const shapes: readonly RegExp[] = [
  /\b(?:bearer|basic)\s+[\w.~+/=-]{6,}/gi,
  /\beyJ[\w-]{6,}\.[\w-]+(?:\.[\w-]*)?/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];

const field =
  /\b(client_secret|client_assertion|access_token|refresh_token|id_token|password)(["']?\s*[=:]\s*["']?)[^\s"'&,;|]+/gi;

const withheld = '(withheld)';

/**
 * The words of a server without the credentials that it may repeat: some answer a request that they cannot handle with
 * everything that was in it.
 *
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
    .reduce((rest, shape) => rest.replace(shape, withheld), unsaid)
    .replace(field, `$1$2${withheld}`);
}
