import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { AuthorizedPatternService } from '../service/patterns/AuthorizedPatternService';
import { PatternService } from '../service/patterns/PatternService';
import { TrafficService } from '../service/TrafficService';
import { registerActions } from './registerActions';

const credentials = mockCredentials.user('user:default/guest');

const list = {
  cluster: 'aks-shop',
  environment: undefined,
  items: [{ id: 'mesh-gateway', whyNot: [], recommended: true }],
  egress: [],
  neverOffered: [{ name: 'NodePort', reason: 'It opens a port.' }],
};

function register(decision: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
  const actionsRegistry = actionsRegistryServiceMock();
  const permissions = mockServices.permissions.mock({
    authorize: jest.fn(async () => [{ result: decision }]) as never,
  });
  const listPatterns = jest.fn(async () => list);
  const getEntityTraffic = jest.fn(async ({ entityRef }) => {
    if (entityRef.name !== 'shop') {
      throw new NotFoundError('No such entity');
    }
    return {
      entityRef: 'component:default/shop',
      coverage: [{ cluster: 'aks-shop', state: 'stale', gaps: [] }],
      services: [],
      gaps: undefined,
    };
  });
  registerActions({
    actionsRegistry,
    patterns: new AuthorizedPatternService({
      permissions,
      readAccess: { checkCluster: async () => undefined },
      service: { listPatterns } as unknown as PatternService,
    }),
    service: { getEntityTraffic } as unknown as TrafficService,
    clock: () => new Date('2026-11-28T12:00:00Z'),
  });
  const invoke = async (name: string, input: Record<string, string>) =>
    (await actionsRegistry.invoke({ id: `test:${name}`, input, credentials }))
      .output as any;
  return { actionsRegistry, listPatterns, getEntityTraffic, invoke };
}

describe('registerActions', () => {
  it('offers actions that only read', () => {
    const { actionsRegistry } = register(AuthorizeResult.ALLOW);
    const actions = [...actionsRegistry.actions.values()];

    expect(actions.map(({ name }) => name)).toEqual([
      'list-ingress-patterns',
      'get-entity-traffic',
      'check-manifests',
    ]);
    for (const { attributes, description } of actions) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
      expect(description).toMatch(/## When to use/);
    }
  });

  it('lists patterns for whom the caller is', async () => {
    const { invoke, listPatterns } = register(AuthorizeResult.ALLOW);
    const input = { cluster: 'aks-shop', exposure: 'public' };

    expect(await invoke('list-ingress-patterns', input)).toEqual({
      cluster: 'aks-shop',
      items: list.items,
      egress: [],
      neverOffered: list.neverOffered,
    });
    expect(listPatterns).toHaveBeenCalledWith({ query: input, credentials });
  });

  it('lists no patterns for who may not read them', async () => {
    const { invoke } = register(AuthorizeResult.DENY);

    await expect(
      invoke('list-ingress-patterns', { cluster: 'aks-shop' }),
    ).rejects.toThrow(/aks-traffic\.pattern\.read is required/);
  });

  it('answers for an entity on behalf of the caller, how old it is included', async () => {
    const { invoke, getEntityTraffic } = register(AuthorizeResult.ALLOW);

    expect(
      await invoke('get-entity-traffic', { entityRef: 'component:shop' }),
    ).toMatchObject({ coverage: [{ state: 'stale' }] });
    expect(getEntityTraffic).toHaveBeenCalledWith({
      entityRef: { kind: 'component', namespace: 'default', name: 'shop' },
      credentials,
    });
  });

  it.each([
    ['get-entity-traffic', { entityRef: 'component:pay' }, /No such entity/],
    ['get-entity-traffic', { entityRef: '::' }, /no reference of an entity/],
    ['list-ingress-patterns', { cluster: '' }, /Invalid input/],
    ['list-ingress-patterns', { cluster: 'a', exposure: 'x' }, /Invalid input/],
    ['check-manifests', { manifests: 'a: [' }, /no Kubernetes object/],
  ])('%s refuses %j', async (name, input, message) => {
    await expect(
      register(AuthorizeResult.ALLOW).invoke(name, input),
    ).rejects.toThrow(message);
  });

  it('checks manifests, and says what it could not read', async () => {
    const { invoke } = register(AuthorizeResult.ALLOW);
    const { findings, gaps } = await invoke('check-manifests', {
      manifests: `apiVersion: v1
kind: Service
metadata: { name: shop, namespace: shop }
spec: { type: NodePort, selector: { app: shop }, ports: [{ port: 80 }] }
---
a: [
`,
    });

    expect(findings.map(({ ruleId }: any) => ruleId)).toContain(
      'node-exposure',
    );
    expect(gaps).toEqual([expect.stringMatching(/manifests, document 2/)]);
  });
});
