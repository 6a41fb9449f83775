import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readConfig } from './readConfig';

function readWatch(watch: JsonObject) {
  return readConfig(new ConfigReader({ aksTraffic: { watch } })).watch;
}

describe('readConfig of watches', () => {
  it('watches nothing unless that is switched on', () => {
    expect(readWatch({ maxClusters: 5 })).toBeUndefined();
  });

  it('watches 50 clusters and lists them anew each hour by default', () => {
    expect(readWatch({ enabled: true })).toEqual({
      maxClusters: 50,
      relistEveryMs: 60 * 60 * 1000,
    });
  });

  it('reads what is configured', () => {
    expect(
      readWatch({
        enabled: true,
        maxClusters: 200,
        relistEvery: { minutes: 30 },
      }),
    ).toEqual({ maxClusters: 200, relistEveryMs: 30 * 60 * 1000 });
  });

  it.each([
    [{ enabled: 'often' }, 'aksTraffic.watch.enabled'],
    [{ enabled: true, maxClusters: 0 }, 'aksTraffic.watch.maxClusters'],
    [
      { enabled: true, relistEvery: { seconds: 5 } },
      'aksTraffic.watch.relistEvery: must be at least a minute',
    ],
    [
      { relistEvery: { seconds: 5 } },
      'aksTraffic.watch.relistEvery: must be at least a minute',
    ],
    [{ enabled: true, all: true }, 'aksTraffic.watch: unknown key "all"'],
  ])('refuses %j', (watch, problem) => {
    expect(() => readWatch(watch)).toThrow(
      `Invalid configuration at ${problem}`,
    );
  });
});
