/** A source of numbers that depend on the seed alone. */
export interface Random {
  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
  /** Whether something happens that does so in this share (0 to 1) of all cases. */
  happens(share: number): boolean;
}

/** Mulberry32: small, fast and good enough to mix an estate; never for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: choices => choices[below(choices.length)],
    happens: share => next() < share,
  };
}
