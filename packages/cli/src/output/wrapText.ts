import { printable } from 'backstage-plugin-aks-traffic-common';

/** Longer texts are cut: a host name of a thousand characters is somebody's joke, and JSON has it whole. */
const longest = 600;

/** Breaks a text into lines at spaces, and inside of words that are longer than a line. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of shortened(printable(text)).split(' ')) {
    for (const piece of pieces(word, width)) {
      if (line !== '' && line.length + 1 + piece.length > width) {
        lines.push(line);
        line = piece;
      } else {
        line = line === '' ? piece : `${line} ${piece}`;
      }
    }
  }
  return [...lines, line];
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function pieces(word: string, length: number): string[] {
  const found: string[] = [];
  for (let start = 0; start < word.length; start += length) {
    found.push(word.slice(start, start + length));
  }
  return found;
}
