import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { component } from '../__testUtils__/entity';
import { ReadableEntities } from './ReadableEntities';

const start = new Date('2026-11-22T10:00:00.000Z').getTime();
const user = mockCredentials.user();

const conditional = {
  result: AuthorizeResult.CONDITIONAL,
} as PolicyDecision;

function setUp(decision: PolicyDecision = conditional) {
  let now = start;
  let revision = 'one';
  const linked = [
    { id: 1, ref: 'component:default/shop' },
    { id: 2, ref: 'component:default/secret' },
    { id: 3, ref: 'component:default/pay' },
  ];
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref =>
        ref.endsWith('secret') ? undefined : component(ref.split('/')[1]),
      ),
    }),
  });
  const readable = new ReadableEntities({
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [decision],
    }),
    catalog,
    store: {
      readLinkedEntities: async () => ({ revision, entities: linked }),
    },
    clock: () => new Date(now),
  });
  return {
    readable,
    catalog,
    linked,
    later: (seconds: number) => {
      now += seconds * 1000;
    },
    relink: () => {
      revision = 'two';
    },
  };
}

describe('ReadableEntities', () => {
  it('needs no list when the policy allows all entities, and none when it denies them', async () => {
    const allowed = setUp({ result: AuthorizeResult.ALLOW });
    const denied = setUp({ result: AuthorizeResult.DENY });

    await expect(allowed.readable.ids(user)).resolves.toBeUndefined();
    await expect(denied.readable.ids(user)).resolves.toEqual([]);
    expect(allowed.catalog.getEntitiesByRefs).not.toHaveBeenCalled();
    expect(denied.catalog.getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it("asks the catalog with the caller's credentials", async () => {
    const { readable, catalog } = setUp();

    await expect(readable.ids(user)).resolves.toEqual([1, 3]);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledWith(
      expect.objectContaining({
        entityRefs: [
          'component:default/shop',
          'component:default/secret',
          'component:default/pay',
        ],
      }),
      { credentials: user },
    );
  });

  it('asks for many in batches', async () => {
    const { readable, catalog, linked } = setUp();
    for (let id = 4; id <= 1200; id += 1) {
      linked.push({ id, ref: `component:default/e-${id}` });
    }

    await expect(readable.ids(user)).resolves.toHaveLength(1199);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(3);
  });

  it('asks once for answers at the same time and soon after, for each user', async () => {
    const { readable, catalog, later } = setUp();

    await Promise.all([readable.ids(user), readable.ids(user)]);
    later(29);
    await readable.ids(user);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);

    await readable.ids(mockCredentials.user('user:default/other'));
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(2);
    later(2);
    await readable.ids(user);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(3);
  });

  it('asks again when entities changed, and each time for services', async () => {
    const { readable, catalog, relink } = setUp();

    await readable.ids(user);
    relink();
    await readable.ids(user);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(2);

    await readable.ids(mockCredentials.service());
    await readable.ids(mockCredentials.service());
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(4);
  });

  it('guesses nothing while the catalog is down, and asks again', async () => {
    const { readable, catalog } = setUp();
    catalog.getEntitiesByRefs.mockRejectedValueOnce(new Error('down'));

    await expect(readable.ids(user)).rejects.toThrow('down');
    await expect(readable.ids(user)).resolves.toEqual([1, 3]);
  });
});
