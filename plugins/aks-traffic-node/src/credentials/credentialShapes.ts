/** What stands in the place of what is not said. */
export const withheld = '(withheld)';

/**
 * A capital or a digit that does not begin a word, or the signs that fill up the end of a base64: nearly every
 * credential has one, and hardly any word of a sentence about signing in.
 */
const unlikeWords =
  '(?=[\\w.~+/-]*[A-Za-z0-9](?:[A-Z0-9]|={1,2}(?![\\w"\'=])))';

/** What a challenge of a server has after the name of a scheme: `Basic realm="kubernetes"`. */
const challenge = '(?!\\w+=["\'])';

/** Shapes that credentials have wherever they come from: headers, JSON Web Tokens, private keys. */
const shapes: readonly RegExp[] = [
  /\b(authorization\W{1,8}(?:bearer|basic)[\s+]{1,5})[\w.~+/=-]{6,}/gi,
  new RegExp(
    `\\b((?:[Bb]asic|BASIC)[\\s+]{1,5})${challenge}${unlikeWords}[\\w+/=-]{8,}`,
    'g',
  ),
  new RegExp(
    `\\b((?:[Bb]earer|BEARER)[\\s+]{1,5})${challenge}(?:[\\w.~+/=-]{16,}|${unlikeWords}[\\w.~+/=-]{6,})`,
    'g',
  ),
  /()eyJ[\w-]{6}[\w.-]*(?:\\?\r?\n[\w.-]+)*/g,
  /()-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
];

/** Fields of a sign-in: of a form, of JSON, or of JSON in a text of JSON. */
const field =
  /\b(client_secret|client_assertion|access_token|refresh_token|id_token|password)(\\{0,8}["']?\s{0,5}[=:]\s{0,5})(\\{0,8}"[^"\\]*|\\{0,8}'[^'\\]*|[^\s"'&,;|]+)/gi;

/** As in `password: must be changed`. */
function isSentence(between: string, value: string): boolean {
  return /^:\s/.test(between) && /^[A-Za-z][a-z]*[.!?]?$/.test(value);
}

/** A text with `(withheld)` in the place of all that has the shape of a credential. */
export function withoutShapes(text: string): string {
  return shapes
    .reduce((rest, shape) => rest.replace(shape, `$1${withheld}`), text)
    .replace(field, (whole, name, between, value) =>
      isSentence(between, value) ? whole : `${name}${between}${withheld}`,
    );
}

/**
 * Whether a text holds what has the shape of a credential of a header, of a JSON Web Token or of a private key.
 *
 * @public
 */
export function looksLikeCredential(text: string): boolean {
  return shapes.some(shape => text.search(shape) >= 0);
}
