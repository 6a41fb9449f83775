import { discovery } from '../__testUtils__/observation';
import { Discovery } from '../collect/types';
import { StoredDiscovery, TrafficStore } from '../store/types';
import { Discoveries } from './Discoveries';

const { signal } = new AbortController();

function setUp(revision?: string) {
  const recorded = revision && {
    revision,
    takenAt: '2026-11-22T10:00:00.000Z',
    outdated: [],
    complete: true,
    gaps: [],
  };
  const readDiscovery = jest.fn(
    async () => recorded as StoredDiscovery | undefined,
  );
  const discover = jest.fn(async () => discovery(['alpha']));
  const discoveries = new Discoveries({
    collector: { discover, observe: jest.fn() },
    store: { readDiscovery } as unknown as TrafficStore,
  });
  return { discover, discoveries, readDiscovery };
}

describe('Discoveries', () => {
  it('has none before one was recorded', async () => {
    const { discoveries, discover } = setUp();

    expect(await discoveries.current(signal)).toBeUndefined();
    expect(discover).not.toHaveBeenCalled();
  });

  it('is what this replica recorded itself', async () => {
    const { discoveries, discover } = setUp('one');
    const own = discovery(['own']);
    discoveries.remember('one', own);

    expect(await discoveries.current(signal)).toEqual({
      revision: 'one',
      discovery: own,
    });
    expect(discover).not.toHaveBeenCalled();
  });

  it('looks once when another replica recorded one, however many ask', async () => {
    const { discoveries, discover } = setUp('theirs');
    discoveries.remember('ours', discovery(['old']));

    const answers = await Promise.all([
      discoveries.current(signal),
      discoveries.current(signal),
    ]);
    await discoveries.current(signal);

    expect(discover).toHaveBeenCalledTimes(1);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.discovery.clusters[0].name).toBe('alpha');
  });

  it('is not put back by a look for an earlier revision that ends late', async () => {
    const { discoveries, discover, readDiscovery } = setUp('first');
    let endFirst = (_: Discovery) => {};
    discover.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          endFirst = resolve;
        }),
    );
    const first = discoveries.current(signal);
    await new Promise(resolve => setImmediate(resolve));
    const recorded = await readDiscovery();
    readDiscovery.mockResolvedValue({ ...recorded!, revision: 'second' });
    await discoveries.current(signal);

    endFirst(discovery(['late']));
    expect((await first)?.revision).toBe('first');
    const latest = await discoveries.current(signal);

    expect(latest?.discovery.clusters[0].name).toBe('alpha');
    expect(discover).toHaveBeenCalledTimes(2);
  });

  it('looks again after a look that failed', async () => {
    const { discoveries, discover } = setUp('theirs');
    discover.mockRejectedValueOnce(new Error('aborted'));

    await expect(discoveries.current(signal)).rejects.toThrow('aborted');
    expect(await discoveries.current(signal)).toBeDefined();
  });
});
