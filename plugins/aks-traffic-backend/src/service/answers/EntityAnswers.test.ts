import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { analysis } from '../../__testUtils__/analysis';
import { createAnsweringReplica } from '../../__testUtils__/answeringReplica';
import { component } from '../../__testUtils__/entity';
import { linkAll } from '../../__testUtils__/linkAll';
import {
  analyzePlanted,
  plantedObservation,
} from '../../__testUtils__/plantedCluster';
import {
  claim,
  createTestDatabases,
  createTestStore,
  discoveryOf,
  minutesLater,
  start,
  storeReading,
} from '../../__testUtils__/storeTest';
import { DefaultTrafficStore } from '../../store/DefaultTrafficStore';
import { DefaultWaiverStore } from '../../store/DefaultWaiverStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

function owned(entity: Entity, owner: string): Entity {
  return { ...entity, relations: [{ type: 'ownedBy', targetRef: owner }] };
}

const shop = owned(
  component('shop', { id: 'storefront' }),
  'group:default/team-shop',
);
const intruder = owned(
  component('intruder', { id: 'storefront' }),
  'user:default/intruder',
);

const groups: Record<string, string[]> = {
  'user:default/ann': ['group:default/team-shop'],
};
const ann = { credentials: mockCredentials.user('user:default/ann') };
const bob = { credentials: mockCredentials.user('user:default/bob') };
const tool = { credentials: mockCredentials.service() };

const planted = (answer: EntityTraffic) =>
  JSON.stringify(answer).includes('planted');

describe.each(databases.eachSupportedId())('EntityAnswers on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;
  let waivers: DefaultWaiverStore;
  let now: Date;

  const createReplica = () =>
    createAnsweringReplica({
      store: new DefaultTrafficStore(client),
      entities: [shop, intruder],
      ownership: ref => [ref, ...(groups[ref] ?? [])],
      staleAfterMs: 15 * 60_000,
      clock: () => now,
    });

  const read = (minutes: number) =>
    storeReading(
      store,
      analyzePlanted(plantedObservation(), minutesLater(minutes)),
      minutesLater(minutes),
    );

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
    waivers = new DefaultWaiverStore(client);
    now = minutesLater(1);
    await store.recordDiscovery(discoveryOf(['alpha']));
    await read(0);
    await linkAll(client, [shop]);
  });

  async function waive(minutes: number) {
    const [{ findings }] = (await createReplica().ask('shop', tool)).services;
    const created = await waivers.createWaiver(
      {
        cluster: 'alpha',
        namespace: 'shop',
        service: 'web',
        ruleId: findings[0].ruleId,
        reason: 'Seen.',
        owner: 'group:default/team-shop',
        createdBy: 'user:default/ann',
        createdAt: now.toISOString(),
        expiresAt: minutesLater(minutes).toISOString(),
      },
      now,
    );
    if (created.outcome !== 'created') {
      throw new Error(created.outcome);
    }
    return created.waiver;
  }

  it('are made once, for however many ask at the same time and later', async () => {
    const replica = createReplica();
    const first = await Promise.all(
      Array.from({ length: 20 }, () => replica.encoded('shop', ann)),
    );
    const later = await replica.encoded('shop', ann);

    expect(new Set([...first, later]).size).toBe(1);
    expect(replica.made()).toBe(1);
  });

  it('stay while clusters are only claimed and asked for', async () => {
    const replica = createReplica();
    await replica.encoded('shop', ann);
    await store.requestReading({ cluster: 'alpha', now, freshAfter: start });
    const claimed = (await claim(store, now))!;
    await store.releaseClaim({ ...claimed, now });
    await store.recordDiscovery(discoveryOf(['alpha'], { takenAt: now }));
    await replica.encoded('shop', ann);

    expect(replica.made()).toBe(1);
  });

  const changes: Record<string, () => Promise<unknown>> = {
    'a new reading': () => read(1),
    'a reading that did not succeed': async () => {
      const claimed = (await claim(store, now))!;
      await store.keepCluster({
        cluster: 'alpha',
        claim: claimed.token,
        gaps: ['Refused.'],
        now,
      });
    },
    'another cluster': () =>
      store.recordDiscovery(discoveryOf(['alpha', 'beta'])),
    'a cluster that is not listed any more': () =>
      store.recordDiscovery(discoveryOf([])),
    'what discovery could not see': () =>
      store.recordDiscovery(discoveryOf(['alpha'], { gaps: ['Hidden.'] })),
    'a Service that is gone': async () => {
      await storeReading(store, analysis(), now);
    },
    'a waiver': () => waive(60),
    'a second entity that claims the Service': () =>
      linkAll(client, [shop, intruder]),
  };

  it.each(Object.keys(changes))(
    'show %s at once, whichever replica it came by',
    async name => {
      const replicas = [createReplica(), createReplica()];
      const askAll = () =>
        Promise.all(replicas.map(replica => replica.ask('shop', ann)));
      const before = await askAll();
      await changes[name]();
      const after = await askAll();

      expect(after[0]).not.toEqual(before[0]);
      expect(after[1]).toEqual(after[0]);
      expect(replicas.map(replica => replica.made())).toEqual([2, 2]);
    },
  );

  it('show a waiver that was taken back, and one that ends by itself', async () => {
    const replica = createReplica();
    const { id: waiverId } = await waive(60);
    const states = async () =>
      (await replica.ask('shop', ann)).waivers?.map(({ state }) => state);
    expect(await states()).toEqual(['active']);
    await waivers.revokeWaiver({ id: waiverId, revokedBy: 'user:x', now });
    expect(await states()).toEqual(['revoked']);

    await waive(5);
    expect((await states())?.sort()).toEqual(['active', 'revoked']);
    now = new Date(minutesLater(5).getTime() - 1);
    expect((await states())?.sort()).toEqual(['active', 'revoked']);
    now = minutesLater(5);
    expect((await states())?.sort()).toEqual(['expired', 'revoked']);
  });

  it('turn stale on time, and are not when the clock is set back', async () => {
    const replica = createReplica();
    const state = async () =>
      (await replica.ask('shop', ann)).coverage.map(each => each.state);
    now = minutesLater(15);
    const [fresh] = await state();
    expect(fresh).not.toBe('stale');
    now = new Date(minutesLater(15).getTime() + 1);
    expect(await state()).toEqual(['stale']);
    now = minutesLater(15);
    expect(await state()).toEqual([fresh]);
  });

  it('show each caller what that caller may see, in whatever order they ask', async () => {
    const replica = createReplica();
    for (const asker of [bob, ann, tool, bob, ann, tool]) {
      expect(planted(await replica.ask('shop', asker))).toBe(asker !== bob);
    }
    expect(replica.made()).toBe(3);
    await linkAll(client, [shop, intruder]);
    for (const asker of [ann, bob, tool, ann]) {
      expect(planted(await replica.ask('shop', asker))).toBe(asker === tool);
    }
  });

  it('follow what a caller may see and do when that changes', async () => {
    const replica = createReplica();
    await store.recordDiscovery(discoveryOf(['alpha'], { gaps: ['Hidden.'] }));
    for (const allowed of [true, false, true]) {
      const { gaps, canWaive } = await replica.ask('shop', {
        ...ann,
        access: { mayListClusters: allowed, mayWaive: async () => allowed },
      });
      expect(gaps?.includes('Hidden.')).toBe(allowed);
      expect(canWaive).toBe(allowed);
    }
    groups['user:default/bob'] = ['group:default/team-shop'];
    expect(planted(await replica.ask('shop', bob))).toBe(true);
    delete groups['user:default/bob'];
    expect(planted(await replica.ask('shop', bob))).toBe(false);
  });

  it('are kept apart for what the policy demands of Services', async () => {
    const replica = createReplica();
    const condition = (cluster: string) => ({
      field: 'cluster' as const,
      values: [cluster],
    });
    const count = async (cluster: string) =>
      (await replica.ask('shop', { ...ann, conditions: condition(cluster) }))
        .services.length;
    expect(await count('alpha')).toBe(1);
    expect(await count('beta')).toBe(0);
    expect(await count('alpha')).toBe(1);
  });
});
