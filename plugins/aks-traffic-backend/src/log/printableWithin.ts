import { printable } from 'backstage-plugin-aks-traffic-common';

/** What is left at the end of a text that was cut within a character, or within what is written for one. */
const half =
  /(?:\\ud[89ab][\da-f]{2})?(?:\\(?:u[\da-f]{0,3})?)?$|[\ud800-\udbff]$/;

/**
 * A text as `printable` writes it, which may be six times as long, in so many characters at most: a longer one ends
 * with how many of them were left out.
 */
export function printableWithin(longest: number, text: string): string {
  const written = printable(text);
  if (written.length <= longest) {
    return written;
  }
  const room = longest - leftOut(written.length).length;
  const kept = written.slice(0, room).replace(half, '');
  return `${kept}${leftOut(written.length - kept.length)}`;
}

function leftOut(characters: number): string {
  return ` (${characters} characters left out)`;
}
