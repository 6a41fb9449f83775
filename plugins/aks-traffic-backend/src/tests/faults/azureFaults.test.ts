import { createTestDatabases } from '../../__testUtils__/storeTest';
import { azureFaults, identityFaults } from './__testUtils__/azureFaults';
import { FaultRun, outcomeOf } from './__testUtils__/FaultRun';
import { expectPage } from './__testUtils__/reliabilityPage';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each([
  ['identity', identityFaults] as const,
  ['azure', azureFaults] as const,
])('faults of %s', (section, faults) => {
  let run: FaultRun;

  beforeAll(async () => {
    run = await FaultRun.begin(await databases.init('SQLITE_3'));
  });

  afterAll(() => run?.end());

  it('begin with everything read', () => {
    expect(
      [...run.before.coverage.values()].map(({ state, gaps }) => [state, gaps]),
    ).toEqual([
      ['complete', []],
      ['complete', []],
    ]);
    expect(run.before.services.length).toBeGreaterThan(24);
  });

  it.each(faults.map(fault => [fault.fault, fault] as const))(
    '%s',
    async (_, fault) => {
      expect(await run.suffer(fault)).toEqual(outcomeOf(fault));
    },
  );

  it('are all told in docs/reliability.md as they were seen', () => {
    expect(run.seen.map(({ fault }) => fault)).toEqual(
      faults.map(({ fault }) => fault),
    );
    expectPage(section, run.seen);
  });
});
