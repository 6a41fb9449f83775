// Property tests run as often as asked for: FUZZ_RUNS=20000 npm test -- --only unit --
if (process.env.FUZZ_RUNS) {
  // Only then: loading it for every test file would cost more than most of them take.
  const { default: fc } =
    jest.requireActual<typeof import('fast-check')>('fast-check');
  fc.configureGlobal({ numRuns: Number(process.env.FUZZ_RUNS) });
}
