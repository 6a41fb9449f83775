import { InFlight } from './InFlight';

describe('InFlight', () => {
  it('starts once for all who ask meanwhile, and again afterwards', async () => {
    const inFlight = new InFlight<number>();
    let started = 0;
    const start = async () => {
      started += 1;
      return started;
    };

    expect(
      await Promise.all([
        inFlight.share('a', start),
        inFlight.share('a', start),
        inFlight.share('b', start),
      ]),
    ).toEqual([1, 1, 2]);
    expect(await inFlight.share('a', start)).toBe(3);
  });

  it('starts once for all who ask until the first one has used it', async () => {
    const inFlight = new InFlight<number>();
    let started = 0;
    const start = async () => {
      started += 1;
      return started;
    };
    let endUse = () => {};
    const first = inFlight.shareFor('a', start, async value => {
      await new Promise<void>(resolve => {
        endUse = resolve;
      });
      return value;
    });
    await new Promise(resolve => setImmediate(resolve));

    expect(await inFlight.shareFor('a', start, async value => value)).toBe(1);
    endUse();
    expect(await first).toBe(1);
    expect(await inFlight.share('a', start)).toBe(2);
  });

  it('tells all of a failure and remembers it for nobody else', async () => {
    const inFlight = new InFlight<number>();
    const fail = async () => {
      throw new Error('Away.');
    };
    const both = [inFlight.share('a', fail), inFlight.share('a', fail)];

    await expect(both[0]).rejects.toThrow('Away.');
    await expect(both[1]).rejects.toThrow('Away.');
    expect(await inFlight.share('a', async () => 1)).toBe(1);
  });
});
