import { withheld } from './credentialShapes';

/** Letters, digits and signs of base64 or hexadecimal digits, which may go on in the next line. */
const run =
  /[\w+/=-]+(?:(?:\\{0,4}\r?\n|(?:\\{1,4}r)?\\{1,4}n)[ \t]{0,8}[\w+/=-]+)*/g;

const lineBreak = /\\{0,4}\r?\n[ \t]*|(?:\\{1,4}r)?\\{1,4}n[ \t]*/g;

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** Digests of images and of certificates are no secrets, and often what a failure is about. */
const digest = /\bsha(?:1|256|384|512):$/i;

/** Longer than a SHA-1, which names commits and certificates. */
const longest = 40;

/**
 * Whether nobody can read it: no name, path or id of Kubernetes and Azure is as long without a sign between, and what
 * is longer with signs between is made of words.
 */
function isBlob(text: string): boolean {
  const whole = text.replace(lineBreak, '').replace(uuid, '-');
  if (whole.length <= longest) {
    return false;
  }
  if (/^[\da-f]+$/i.test(whole) && /\d/.test(whole)) {
    return true;
  }
  const unbroken = text
    .split(/[^A-Za-z0-9]+/)
    .some(
      part => part.length > longest && /\d/.test(part) && /[a-z]/i.test(part),
    );
  if (unbroken) {
    return true;
  }
  const words = whole.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  return (
    /[a-z]/.test(whole) && /[A-Z]/.test(whole) && letters < 2.6 * words.length
  );
}

/** A text with `(withheld)` in the place of every run of more than 40 characters that looks like base64 or hex. */
export function withoutBlobs(text: string): string {
  return text.replace(run, (part, at: number) =>
    isBlob(part) && !digest.test(text.slice(Math.max(0, at - 8), at))
      ? withheld
      : part,
  );
}
