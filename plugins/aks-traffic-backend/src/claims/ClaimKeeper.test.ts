import { ClaimKeeper } from './ClaimKeeper';

const begin = new Date('2026-11-22T10:00:00.000Z');
const after = (seconds: number) => new Date(begin.getTime() + seconds * 1000);

function setUp() {
  const extend = jest.fn(async (_: { tokens: readonly string[] }) => {});
  const release = jest.fn(async () => {});
  const claims = new ClaimKeeper({
    claimForMs: 30_000,
    extend,
    release,
    clock: () => new Date(),
  });
  const take = (token: string) => claims.take(async () => ({ token }));
  return { claims, extend, release, take };
}

/** Work whose end a test decides. */
function openWork() {
  let end = () => {};
  let fail = (_: Error) => {};
  const work = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work: () => work, end, fail };
}

const { signal } = new AbortController();

describe('ClaimKeeper', () => {
  beforeEach(() => jest.useFakeTimers({ now: begin }));
  afterEach(() => jest.useRealTimers());

  it('claims from now until the claim lapses', async () => {
    const { claims } = setUp();
    const write = jest.fn(async () => ({ token: 'a' }));

    expect(await claims.take(write)).toEqual({ token: 'a' });
    expect(write).toHaveBeenCalledWith({ now: begin, until: after(30) });
  });

  it('renews three times in the time of a claim, all claims at once, until the work has ended', async () => {
    const { claims, extend, take } = setUp();
    const [a, b] = [(await take('a'))!, (await take('b'))!];
    const [workOfA, workOfB] = [openWork(), openWork()];
    const done = [
      claims.work({ claim: a, signal, work: workOfA.work }),
      claims.work({ claim: b, signal, work: workOfB.work }),
    ];

    await jest.advanceTimersByTimeAsync(20_000);
    expect(extend.mock.calls).toEqual([
      [{ tokens: ['a', 'b'], until: after(40) }],
      [{ tokens: ['a', 'b'], until: after(50) }],
    ]);

    workOfA.end();
    await done[0];
    await jest.advanceTimersByTimeAsync(10_000);
    expect(extend).toHaveBeenLastCalledWith({
      tokens: ['b'],
      until: after(60),
    });

    workOfB.end();
    await done[1];
    await jest.advanceTimersByTimeAsync(60_000);
    expect(extend).toHaveBeenCalledTimes(3);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('renews anew when something is claimed later', async () => {
    const { claims, extend, take } = setUp();
    const first = (await take('a'))!;
    await claims.work({ claim: first, signal, work: async () => {} });
    await take('b');

    await jest.advanceTimersByTimeAsync(10_000);
    expect(extend.mock.calls).toEqual([[{ tokens: ['b'], until: after(40) }]]);
  });

  it('has nothing to renew when nothing was to be had', async () => {
    const { claims } = setUp();

    expect(await claims.take(async () => undefined)).toBeUndefined();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('goes on renewing after the database was away', async () => {
    const { extend, take } = setUp();
    extend.mockRejectedValueOnce(new Error('connection terminated'));
    await take('a');

    await jest.advanceTimersByTimeAsync(20_000);
    expect(extend).toHaveBeenCalledTimes(2);
  });

  it('gives back what was not done when it has to stop, and passes the reason on', async () => {
    const { claims, release, take } = setUp();
    const claim = (await take('a'))!;
    const stop = new AbortController();
    const { work, fail } = openWork();
    const done = claims.work({ claim, signal: stop.signal, work });

    stop.abort();
    fail(new Error('The backend is stopping'));
    await expect(done).rejects.toThrow('The backend is stopping');
    expect(release).toHaveBeenCalledWith({ claim, now: begin });
  });

  it('passes the reason on even where giving back fails', async () => {
    const { claims, release, take } = setUp();
    release.mockRejectedValueOnce(new Error('connection terminated'));
    const work = async () => {
      throw new Error('The backend is stopping');
    };

    await expect(
      claims.work({
        claim: (await take('a'))!,
        signal: AbortSignal.abort(),
        work,
      }),
    ).rejects.toThrow('The backend is stopping');
  });

  it('lets the claim of work that failed lapse, so that it is not tried again without end', async () => {
    const { claims, extend, release, take } = setUp();
    const work = async () => {
      throw new Error('disk full');
    };

    await expect(
      claims.work({ claim: (await take('a'))!, signal, work }),
    ).rejects.toThrow('disk full');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(release).not.toHaveBeenCalled();
    expect(extend).not.toHaveBeenCalled();
  });
});
