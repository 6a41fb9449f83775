import { Knex } from 'knex';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  listClusters,
  minutesLater,
  start,
} from '../__testUtils__/storeTest';
import { DefaultLookStore } from './DefaultLookStore';
import { DefaultTrafficStore } from './DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('looks for clusters on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;
  let looks: DefaultLookStore;

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
    looks = new DefaultLookStore(client);
  });

  const take = (now = start) =>
    looks.claim({ now, until: new Date(now.getTime() + 10 * 60_000) });
  const record = (token: string, names: string[]) =>
    store.recordDiscovery(
      discoveryOf(names, { look: { token, beganAt: start } }),
    );

  it('has none to take that nobody asked for', async () => {
    expect(await take()).toBeUndefined();
  });

  it('gives what was asked for to one of many', async () => {
    await looks.request({ now: start });
    await looks.request({ now: start });

    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('is over when it is recorded', async () => {
    await looks.request({ now: start });
    const { token } = (await take())!;
    await record(token, ['alpha']);

    expect(await listClusters(store)).toHaveLength(1);
    expect(await take(minutesLater(60))).toBeUndefined();
  });

  it('follows the one that was under way when it was asked for', async () => {
    await looks.request({ now: start });
    const { token } = (await take())!;
    await looks.request({ now: start });
    expect(await take()).toBeUndefined();

    await record(token, ['alpha']);
    expect(await take()).toBeDefined();
  });

  it('is taken once more when who took it died, and not again before it is asked for', async () => {
    await looks.request({ now: start });
    await take();

    expect(await take(minutesLater(9))).toBeUndefined();
    expect(await take(minutesLater(10))).toBeDefined();
    expect(await take(minutesLater(30))).toBeUndefined();

    await looks.request({ now: minutesLater(31) });
    expect(await take(minutesLater(31))).toBeDefined();
    expect(await take(minutesLater(60))).toBeDefined();
  });

  it('records nothing of one that another replica has taken over', async () => {
    await looks.request({ now: start });
    const slow = (await take())!;
    const faster = (await take(minutesLater(10)))!;
    await record(faster.token, ['alpha']);

    await expect(record(slow.token, ['beta'])).rejects.toThrow(
      'took longer than its claim',
    );
    expect((await listClusters(store)).map(({ name }) => name)).toEqual([
      'alpha',
    ]);
  });

  it('does not give back what another replica has', async () => {
    await looks.request({ now: start });
    const slow = (await take())!;
    await take(minutesLater(10));
    await looks.release({ token: slow.token, now: minutesLater(11) });

    expect(await take(minutesLater(11))).toBeUndefined();
  });
});
