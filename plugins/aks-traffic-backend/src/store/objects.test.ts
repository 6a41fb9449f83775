import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { analysis } from '../__testUtils__/analysis';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  minutesLater,
  start,
  storeReading,
} from '../__testUtils__/storeTest';
import { toReference } from '../objects/objectKey';
import { DefaultTrafficStore } from './DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

function service(name: string, spec = {}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'shop' },
    spec,
  };
}

describe.each(databases.eachSupportedId())('objects on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
    await store.recordDiscovery(discoveryOf(['alpha']));
  });

  const keep = (objects: KubernetesObject[], minutes = 0) =>
    storeReading(store, analysis(), minutesLater(minutes), objects);

  const read = async (objects: KubernetesObject[], cluster = 'alpha') =>
    store.readObjects(new Map([[cluster, objects.map(toReference)]]));

  it('are read back with the time of the reading, and no others', async () => {
    const hostile = service('\u0000\ud800', { text: '\u0000' });
    await keep([service('web'), service('api'), hostile]);

    expect(await read([service('web'), hostile, service('gone')])).toEqual(
      expect.arrayContaining(
        [service('web'), JSON.parse(JSON.stringify(hostile))].map(object => ({
          cluster: 'alpha',
          observedAt: start.toISOString(),
          object,
        })),
      ),
    );
    expect(await read([service('web')], 'beta')).toEqual([]);
  });

  it('are written only when they changed, and go when nothing names them any more', async () => {
    await keep([service('web'), service('api'), service('old')]);
    await client('objects').update({ body: '{"kept":true}' });

    await keep([service('web'), service('api', { changed: true })], 5);

    const found = await read([service('web'), service('api'), service('old')]);
    expect(found).toHaveLength(2);
    expect(found.map(({ object }) => object)).toEqual(
      expect.arrayContaining([
        { kept: true },
        service('api', { changed: true }),
      ]),
    );
    expect(found[0].observedAt).toBe(minutesLater(5).toISOString());
  });

  it('stay while their cluster is missed, and are forgotten with it', async () => {
    await keep([service('web')]);
    await store.recordDiscovery(discoveryOf([], { takenAt: minutesLater(10) }));
    expect(await read([service('web')])).toHaveLength(1);

    await store.recordDiscovery(discoveryOf([], { takenAt: minutesLater(80) }));

    expect(await read([service('web')])).toEqual([]);
    expect(await client('objects')).toEqual([]);
  });
});
