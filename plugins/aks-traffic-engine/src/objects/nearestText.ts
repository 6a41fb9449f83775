/** The candidate that has a part most like a text, and of several such the one that is most like it as a whole. */
export function nearestText(
  text: string,
  candidates: readonly string[],
): string {
  const shortened = text.toLowerCase().slice(0, 100);
  return candidates
    .map(candidate => ({ candidate, ...distances(shortened, candidate) }))
    .reduce((best, next) =>
      next.toPart < best.toPart ||
      (next.toPart === best.toPart && next.toWhole < best.toWhole)
        ? next
        : best,
    ).candidate;
}

/** How many letters have to be put in, left out or replaced to make of a text a candidate, or any part of one. */
function distances(
  text: string,
  candidate: string,
): { toWhole: number; toPart: number } {
  const toWhole = Array.from(
    { length: candidate.length + 1 },
    (_, index) => index,
  );
  return {
    toWhole: lastRow(text, candidate, toWhole)[candidate.length],
    toPart: Math.min(
      ...lastRow(
        text,
        candidate,
        toWhole.map(() => 0),
      ),
    ),
  };
}

/** The last row of the table of edit distances, whose first row says what leaving out the beginning costs. */
function lastRow(text: string, candidate: string, first: number[]): number[] {
  let row = first;
  for (let i = 0; i < text.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < candidate.length; j += 1) {
      next.push(
        Math.min(
          next[j] + 1,
          row[j + 1] + 1,
          row[j] + (text[i] === candidate[j] ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row;
}
