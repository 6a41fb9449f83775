import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { analysis, serviceTraffic } from '../__testUtils__/analysis';
import { component } from '../__testUtils__/entity';
import { retiringService } from '../__testUtils__/retiring';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  minutesLater,
  start,
  storeReading,
} from '../__testUtils__/storeTest';
import { DefaultLinkStore } from '../store/DefaultLinkStore';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';
import { LinkTask } from './LinkTask';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const signal = new AbortController().signal;

function owned(entity: Entity, owner: string): Entity {
  return { ...entity, relations: [{ type: 'ownedBy', targetRef: owner }] };
}

const labelled = (service: string, ...ids: string[]) => ({
  traffic: serviceTraffic({ service }),
  labelSets: ids.map(id => ({ 'backstage.io/kubernetes-id': id })),
});

describe.each(databases.eachSupportedId())('LinkTask on %s', id => {
  let client: Knex;
  let traffic: DefaultTrafficStore;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    client = await databases.init(id);
    traffic = await createTestStore(client);
    await traffic.recordDiscovery(discoveryOf(['alpha']));
  });

  async function link(
    entities: Entity[],
    catalog = catalogServiceMock({ entities }),
  ) {
    const task = new LinkTask({
      auth: mockServices.auth(),
      catalog,
      logger,
      store: new DefaultLinkStore(client),
      clock: () => start,
    });
    await task.run(signal);
  }

  /** Rows as `service rank entity owner`. */
  async function rows(): Promise<string[]> {
    const found = await client('service_list as list')
      .leftJoin('catalog_entities as entity', 'entity.id', 'list.entity_id')
      .select('list.service', 'list.rank', 'entity.ref', 'list.owner')
      .orderBy(['list.service', 'list.rank']);
    return found.map(row =>
      [row.service, row.rank, row.ref ?? '-', row.owner || '-'].join(' '),
    );
  }

  it('ties Services to the entities that claim them, and leaves the others unowned', async () => {
    await storeReading(
      traffic,
      analysis({ services: [labelled('web', 'shop'), labelled('api')] }),
    );

    await link([
      owned(component('shop', { id: 'shop' }), 'group:default/sales'),
      component('unrelated'),
    ]);

    expect(await rows()).toEqual([
      'api 0 - -',
      'web 0 component:default/shop group:default/sales',
    ]);
  });

  it('ties Services that are read later to the entities known by then', async () => {
    await link([
      owned(component('shop', { id: 'shop' }), 'group:default/sales'),
    ]);
    await storeReading(
      traffic,
      analysis({ services: [labelled('web', 'shop')] }),
    );

    expect(await rows()).toEqual([
      'web 0 component:default/shop group:default/sales',
    ]);
  });

  it('lists a Service under each entity that claims it, the most exact first', async () => {
    await storeReading(
      traffic,
      analysis({ services: [labelled('web', 'shop', 'till')] }),
    );

    await link([
      component('all', { 'label-selector': '!hidden' }),
      component('shop', { id: 'shop' }),
      component('till', { id: 'till', namespace: 'shop' }),
      component('elsewhere', { id: 'shop', namespace: 'pay' }),
      component('other-cluster', { id: 'shop', cluster: 'beta' }),
      component('broken', { 'label-selector': 'app in (' }),
    ]);

    expect(await rows()).toEqual([
      'web 0 component:default/till -',
      'web 1 component:default/shop -',
      'web 2 component:default/all -',
    ]);
  });

  it('follows changes of entities, and lets go of those that are gone', async () => {
    await storeReading(
      traffic,
      analysis({ services: [labelled('web', 'shop'), labelled('api', 'api')] }),
    );
    await link([
      owned(component('shop', { id: 'shop' }), 'group:default/sales'),
      owned(component('api', { id: 'api' }), 'group:default/sales'),
    ]);

    await link([
      owned(component('shop', { id: 'shop' }), 'group:default/web'),
      owned(component('new', { id: 'api' }), 'group:default/apis'),
    ]);

    expect(await rows()).toEqual([
      'api 0 component:default/new group:default/apis',
      'web 0 component:default/shop group:default/web',
    ]);
  });

  it('finds renamed entities and owners by search', async () => {
    await storeReading(
      traffic,
      analysis({ services: [labelled('web', 'shop')] }),
    );
    const shop = component('shop', { id: 'shop' });
    shop.metadata.title = 'The Shop';
    await link([owned(shop, 'group:default/sales')]);

    const [{ search }] = await client('service_list');
    expect(search.split('\n')).toEqual([
      'web',
      'shop',
      'alpha',
      'component:default/shop',
      'the shop',
      'group:default/sales',
    ]);
  });

  it('follows the System that an entity is part of, and no other relation', async () => {
    await storeReading(
      traffic,
      analysis({
        services: ['shop', 'till', 'none'].map(name => labelled(name, name)),
      }),
    );
    const shop = (...parts: string[]): Entity => ({
      ...owned(component('shop', { id: 'shop' }), 'group:default/sales'),
      relations: [
        { type: 'dependsOn', targetRef: 'system:default/elsewhere' },
        ...parts.map(targetRef => ({ type: 'partOf', targetRef })),
      ],
    });
    const till = component('till', { id: 'till' });
    const systems = () =>
      client('service_list')
        .orderBy('service')
        .select('service', 'catalog_system')
        .then(found =>
          found.map(row => `${row.service} ${row.catalog_system || '-'}`),
        );

    await link([
      shop(
        'component:default/frame',
        'system:default/web-shop',
        'system:default/second',
      ),
      till,
    ]);
    expect(await systems()).toEqual([
      'none -',
      'shop system:default/web-shop',
      'till -',
    ]);
    const [{ search }] = await client('service_list').where('service', 'shop');
    expect(search).toContain('system:default/web-shop');

    await link([shop('system:default/moved'), till]);
    expect(await systems()).toContain('shop system:default/moved');

    await link([till]);
    expect(await systems()).toContain('shop -');
  });

  it('drops a System of an absurdly long name, and not the entity with it', async () => {
    await storeReading(
      traffic,
      analysis({ services: [labelled('web', 'shop')] }),
    );
    const shop = component('shop', { id: 'shop' });
    shop.relations = [
      { type: 'partOf', targetRef: `system:default/${'s'.repeat(600)}` },
    ];

    await link([shop]);

    expect(await rows()).toEqual(['web 0 component:default/shop -']);
    expect(await client('service_list').pluck('catalog_system')).toEqual(['']);
    expect(logger.debug).toHaveBeenCalledWith(
      expect.stringContaining('The system of component:default/shop'),
    );
  });

  it('forgets the System of an entity that is gone with its Service', async () => {
    const { labelSets } = labelled('web', 'shop');
    const web = retiringService('web', ['app-routing-nginx'], { labelSets });
    await storeReading(traffic, analysis({ services: [web] }));
    const shop = component('shop', { id: 'shop' });
    shop.relations = [{ type: 'partOf', targetRef: 'system:default/web' }];
    await link([shop]);
    await storeReading(traffic, analysis({ services: [] }), minutesLater(30));
    const kept = () => client('service_list').pluck('catalog_system');
    expect(await kept()).toEqual(['system:default/web']);

    await link([]);

    expect(await kept()).toEqual(['']);
  });

  it('writes nothing while nothing changes', async () => {
    const entities = [component('shop', { id: 'shop' })];
    await storeReading(
      traffic,
      analysis({ services: [labelled('web', 'shop')] }),
    );
    await link(entities);
    await client('service_list').update({ exposure: 'untouched' });

    await link(entities);

    expect(await client('service_list').distinct('exposure')).toEqual([
      { exposure: 'untouched' },
    ]);
  });

  it('keeps the last links while the catalog is down, and ties new clusters by them', async () => {
    await storeReading(
      traffic,
      analysis({ services: [labelled('web', 'shop')] }),
    );
    await link([component('shop', { id: 'shop' })]);
    const down = catalogServiceMock.mock({
      streamEntities: async function* streamEntities() {
        throw new Error('connect ECONNREFUSED');
      },
    });
    await link([], down);

    expect(await rows()).toEqual(['web 0 component:default/shop -']);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('ECONNREFUSED'),
    );
  });

  it('ties nothing to an entity that selects nearly everything, until it is narrowed', async () => {
    const many = Array.from({ length: 501 }, (_, index) =>
      labelled(`service-${index}`, 'shop'),
    );
    await storeReading(traffic, analysis({ services: many }));
    const greedy = component('greedy', { 'label-selector': '!hidden' });

    await link([greedy]);
    expect(await client('service_list').whereNotNull('entity_id')).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('component:default/greedy'),
    );
    await link([greedy]);
    expect(logger.warn).toHaveBeenCalledTimes(1);

    await link([
      component('greedy', {
        'label-selector': 'backstage.io/kubernetes-id=none',
      }),
    ]);
    await storeReading(
      traffic,
      analysis({ services: [labelled('one', 'none')] }),
      minutesLater(30),
    );
    expect(await rows()).toEqual(['one 0 component:default/greedy -']);
  });

  it('stops when it is told to', async () => {
    const task = new LinkTask({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [component('shop', { id: 'shop' })],
      }),
      logger,
      store: new DefaultLinkStore(client),
      clock: () => start,
    });

    await expect(task.run(AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
