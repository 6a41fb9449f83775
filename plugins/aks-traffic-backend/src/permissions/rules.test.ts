import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { aksTrafficReadPermission } from 'backstage-plugin-aks-traffic-common';
import fc from 'fast-check';
import { analysis, serviceTraffic } from '../__testUtils__/analysis';
import { criteria, ruleset } from '../__testUtils__/criteria';
import { component } from '../__testUtils__/entity';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { LinkTask } from '../link/LinkTask';
import { DefaultLinkStore } from '../store/DefaultLinkStore';
import { DefaultListStore } from '../store/DefaultListStore';
import { createAksTrafficConditionalDecision } from './conditionExports';
import { parseServiceRef } from './parseServiceRef';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const entities = [
  ['one', 'group:default/a'],
  ['two', 'group:default/b'],
].map(([name, owner]) => ({
  ...component(name, { id: name }),
  relations: [{ type: 'ownedBy', targetRef: owner }],
}));

const services = ['shop', 'pay'].flatMap(namespace =>
  [[], ['one'], ['two'], ['one', 'two']].map(ids => ({
    traffic: serviceTraffic({ namespace, service: `web-${ids.join('-')}` }),
    labelSets: ids.map(id => ({ 'backstage.io/kubernetes-id': id })),
  })),
);

describe.each(databases.eachSupportedId())('rules on %s', id => {
  it('select what they accept, however they are combined', async () => {
    const client = await databases.init(id);
    const store = await createTestStore(client);
    await store.recordDiscovery(discoveryOf(['alpha']));
    await storeReading(store, analysis({ services }));
    await new LinkTask({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      logger: mockServices.logger.mock(),
      store: new DefaultLinkStore(client),
      clock: () => new Date(),
    }).run(new AbortController().signal);
    const lists = new DefaultListStore(client);
    const resources = await Promise.all(
      services.map(async ({ traffic }) => (await lists.readResource(traffic))!),
    );
    const accepts = createConditionAuthorizer(ruleset as any);
    const toConditions = createConditionTransformer(ruleset as any);

    await fc.assert(
      fc.asyncProperty(criteria, async conditions => {
        const decision = createAksTrafficConditionalDecision(
          aksTrafficReadPermission,
          conditions,
        );
        const page = await lists.readPage({
          filter: {},
          orderBy: { field: 'service', order: 'asc' },
          limit: 100,
          visibility: {
            unclaimed: true,
            conditions: toConditions(conditions) as any,
          },
        });

        expect(
          page.services.map(each => `${each.namespace}/${each.service}`).sort(),
        ).toEqual(
          resources
            .filter(resource => accepts(decision, resource))
            .map(each => `${each.namespace}/${each.service}`)
            .sort(),
        );
      }),
    );
  });
});

describe('parseServiceRef', () => {
  it.each([
    [
      'shop/web@aks-shop',
      { namespace: 'shop', service: 'web', cluster: 'aks-shop' },
    ],
    ['shop/web@a/b@c', { namespace: 'shop', service: 'web', cluster: 'a/b@c' }],
    ['shop/web', undefined],
    ['@', undefined],
    ['component:default/web', undefined],
  ])('reads %p as %p', (ref, expected) => {
    expect(parseServiceRef(ref)).toEqual(expected);
  });
});
