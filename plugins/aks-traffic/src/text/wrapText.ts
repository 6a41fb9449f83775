/**
 * Breaks a text into lines that fit, as a drawing needs it: SVG does not wrap. Lines end after a space or a sign that
 * joins words, and inside a word only where it is longer than a line; what does not fit is cut, and the cut is shown.
 */
export function wrapText(
  text: string,
  options: { maxCharacters: number; maxLines: number },
): string[] {
  const { maxCharacters, maxLines } = options;
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text.trim(), maxCharacters)) {
    if (line !== '' && (line + piece).trimEnd().length > maxCharacters) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  if (lines.length <= maxLines) {
    return lines;
  }
  const shown = lines.slice(0, maxLines);
  const last = shown[maxLines - 1];
  shown[maxLines - 1] = `${last.slice(0, maxCharacters - 1)}…`;
  return shown;
}

/** Cuts a text where a line may end. */
function piecesOf(text: string, maxCharacters: number): string[] {
  return (text.match(/[^\s\-./:,@]*(?:\s+|[-./:,@]|$)/g) ?? []).flatMap(
    piece => {
      const parts: string[] = [];
      for (let start = 0; start < piece.length; start += maxCharacters) {
        parts.push(piece.slice(start, start + maxCharacters));
      }
      return parts;
    },
  );
}
