import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { component } from '../__testUtils__/entity';
import { EntityMemory } from './EntityMemory';

const entityRef = { kind: 'component', namespace: 'default', name: 'shop' };
const ann = { credentials: mockCredentials.user('user:default/ann') };
const bob = { credentials: mockCredentials.user('user:default/bob') };

function setUp() {
  const permissions = mockServices.permissions.mock();
  const allow = (result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) =>
    permissions.authorizeConditional.mockResolvedValue([{ result }]);
  allow(AuthorizeResult.ALLOW);
  const getEntityByRef = jest.fn(async () => component('shop'));
  const entities = new EntityMemory({
    permissions,
    catalog: { getEntityByRef } as never,
  });
  return { allow, permissions, getEntityByRef, entities };
}

describe('EntityMemory', () => {
  it('asks the catalog once for callers who may read all entities, and for the permission of each', async () => {
    const { entities, getEntityByRef, permissions } = setUp();

    const answers = await Promise.all(
      [ann, bob, ann].map(each => entities.getEntityByRef(entityRef, each)),
    );

    expect(answers).toEqual([1, 2, 3].map(() => component('shop')));
    expect(getEntityByRef).toHaveBeenCalledTimes(1);
    expect(
      permissions.authorizeConditional.mock.calls.map(([, asked]) => asked),
    ).toEqual([ann, bob, ann]);
  });

  it('lets the catalog decide where the policy does not allow all, also of what is remembered', async () => {
    const { allow, entities, getEntityByRef } = setUp();
    await entities.getEntityByRef(entityRef, ann);
    allow(AuthorizeResult.DENY);
    getEntityByRef.mockResolvedValue(undefined as never);

    expect(await entities.getEntityByRef(entityRef, bob)).toBeUndefined();
    expect(getEntityByRef).toHaveBeenLastCalledWith(entityRef, bob);
  });

  it('keeps apart what names differ in', async () => {
    const { entities, getEntityByRef } = setUp();
    await entities.getEntityByRef(entityRef, ann);
    await entities.getEntityByRef({ ...entityRef, name: 'other' }, ann);

    expect(getEntityByRef).toHaveBeenCalledTimes(2);
  });

  it('asks again for what was not there or failed', async () => {
    const { entities, getEntityByRef } = setUp();
    getEntityByRef.mockResolvedValueOnce(undefined as never);
    getEntityByRef.mockRejectedValueOnce(new Error('Away.'));

    expect(await entities.getEntityByRef(entityRef, ann)).toBeUndefined();
    await expect(entities.getEntityByRef(entityRef, ann)).rejects.toThrow(
      'Away.',
    );
    expect(await entities.getEntityByRef(entityRef, ann)).toEqual(
      component('shop'),
    );
  });
});
