/** Letters and digits of a secret in a row that are a piece of it. A shorter one is found by chance, and of no use. */
const size = 10;

/** A secret with fewer letters and digits is looked for as it is alone. */
const least = 6;

/** Only letters and digits: what is between them differs by encoding, and lines are broken anywhere. */
function bare(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, '');
}

/** Finds pieces of secrets in texts, in a time that depends on the text alone. */
export class PiecesOf {
  private readonly pieces = new Map<number, Set<string>>();
  /** How pieces begin, in three characters: next to nothing else does. */
  private readonly beginnings = new Uint8Array(65_536);

  constructor(secrets: readonly string[]) {
    for (const secret of secrets.map(bare)) {
      const length = Math.min(size, secret.length);
      if (length >= least) {
        const pieces = this.pieces.get(length) ?? new Set();
        this.pieces.set(length, pieces);
        for (let from = 0; from + length <= secret.length; from++) {
          pieces.add(secret.slice(from, from + length));
          this.beginnings[beginning(secret, from)] = 1;
        }
      }
    }
  }

  areIn(text: string): boolean {
    const signs = bare(text);
    for (let from = 0; from + least <= signs.length; from++) {
      if (this.beginnings[beginning(signs, from)]) {
        for (const [length, pieces] of this.pieces) {
          if (pieces.has(signs.slice(from, from + length))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}

/** Three characters as a number of 16 bits. */
function beginning(text: string, at: number): number {
  return (
    (text.charCodeAt(at) * 961 +
      text.charCodeAt(at + 1) * 31 +
      text.charCodeAt(at + 2)) %
    65_536
  );
}
