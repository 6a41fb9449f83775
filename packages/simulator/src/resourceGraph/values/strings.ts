/** Where a found text may begin and end. */
interface TermBorders {
  before: boolean;
  after: boolean;
}

const TERM_CHARACTER = /[\p{L}\p{N}]/u;

/** `has`: the text occurs bounded by the borders of terms, which are runs of letters and digits. */
export function hasTerm(text: string, term: string): boolean {
  return occursAt(text, term, { before: true, after: true });
}

/** `hasprefix`: a term begins with it. */
export function hasTermPrefix(text: string, prefix: string): boolean {
  return occursAt(text, prefix, { before: true, after: false });
}

/** `hassuffix`: a term ends with it. */
export function hasTermSuffix(text: string, suffix: string): boolean {
  return occursAt(text, suffix, { before: false, after: true });
}

function occursAt(text: string, part: string, borders: TermBorders): boolean {
  if (part === '') {
    return true;
  }
  for (
    let at = text.indexOf(part);
    at !== -1;
    at = text.indexOf(part, at + 1)
  ) {
    const end = at + part.length;
    if (
      (!borders.before || isBorder(text[at - 1], part[0])) &&
      (!borders.after || isBorder(part[part.length - 1], text[end]))
    ) {
      return true;
    }
  }
  return false;
}

/** Between two characters runs a border unless both belong to one term. */
function isBorder(
  left: string | undefined,
  right: string | undefined,
): boolean {
  return !(
    left !== undefined &&
    right !== undefined &&
    TERM_CHARACTER.test(left) &&
    TERM_CHARACTER.test(right)
  );
}
