// Loaded before each test file of a fuzz run: property tests try as many inputs as FUZZ_RUNS says. Those that have a
// number of their own, because they cost more or less than others, keep their share of it.
const usual = 100;

const runs = Number(process.env.FUZZ_RUNS);
const seed = process.env.FUZZ_SEED && { seed: Number(process.env.FUZZ_SEED) };

jest.mock('fast-check', () => {
  const actual = jest.requireActual('fast-check');
  actual.configureGlobal({ numRuns: runs, ...seed });
  const assert = (property, { numRuns = usual, ...parameters } = {}) =>
    actual.assert(property, {
      ...parameters,
      numRuns: Math.ceil((numRuns * runs) / usual),
    });
  return {
    ...actual,
    __esModule: true,
    default: { ...actual.default, assert },
    assert,
  };
});
