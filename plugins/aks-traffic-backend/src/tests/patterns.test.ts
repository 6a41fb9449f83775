import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ClusterTarget,
  PatternList,
} from 'backstage-plugin-aks-traffic-common';
import { analysis } from '../__testUtils__/analysis';
import { ListBackend, startListBackend } from '../__testUtils__/listBackend';
import {
  patternOperations as operations,
  responsesOf,
} from '../__testUtils__/listOperations';
import { createContract } from '../__testUtils__/openApi';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const contract = createContract();

const target = (
  name: ClusterTarget['target'],
  met: boolean,
): ClusterTarget => ({
  target: name,
  requirements: [
    {
      id: 'aks-version',
      met,
      message: 'It needs AKS 1.35, and the cluster has 1.33.',
      evidence: [],
      source: 'https://example.com',
    },
  ],
});

describe.each(databases.eachSupportedId())('patterns on %s', id => {
  let allowed: ListBackend;
  let denied: ListBackend;

  beforeAll(async () => {
    const client = await databases.init(id);
    const store = await createTestStore(client);
    await store.recordDiscovery(discoveryOf(['alpha', 'beta']));
    await storeReading(
      store,
      analysis({
        targets: [
          target('app-routing-gateway-api', false),
          target('istio', true),
        ],
        choices: {
          egress: [
            { id: 'names', requirements: target('istio', false).requirements },
          ],
          meshRevisions: ['asm-1-30'],
        },
      }),
      new Date(),
    );
    allowed = await startListBackend(client, AuthorizeResult.ALLOW);
    denied = await startListBackend(client, AuthorizeResult.DENY);
  });

  async function list(query: string): Promise<PatternList> {
    const response = await allowed.get(`/v1/patterns${query}`);
    contract.check(operations.patterns, response);
    expect(response.status).toBe(200);
    return response.body;
  }

  it('recommend what the cluster can run, and say what it lacks for the rest', async () => {
    const { items, neverOffered } = await list(
      '?cluster=alpha&exposure=public',
    );

    expect(items[0]).toMatchObject({ id: 'mesh-gateway', recommended: true });
    expect(
      items.find(option => option.id === 'app-routing-public')?.whyNot,
    ).toEqual(['Not on alpha: It needs AKS 1.35, and the cluster has 1.33.']);
    expect(neverOffered.length).toBeGreaterThan(0);
  });

  it('come with the ways out and the revisions of the mesh', async () => {
    const { egress, meshRevisions } = await list('?cluster=alpha');

    expect(egress.map(({ id: way, eligible }) => [way, eligible])).toEqual([
      ['cluster', true],
      ['static', 'unknown'],
      ['names', false],
    ]);
    expect(egress[2].whyNot[0]).toMatch(/^Not on alpha: /);
    expect(meshRevisions).toEqual(['asm-1-30']);
    expect((await list('?cluster=beta')).meshRevisions).toBeUndefined();
  });

  it('are not known to be possible on a cluster that was never read', async () => {
    const { items } = await list('?cluster=beta&environment=production');

    expect(items.find(option => option.id === 'mesh-gateway')?.eligible).toBe(
      'unknown',
    );
  });

  it.each([
    ['', 400, /cluster is missing/],
    ['?cluster=alpha&exposure=all', 400, /exposure must be one of/],
    ['?cluster=alpha&clusters=beta', 400, /clusters is not known/],
    ['?cluster=gamma', 404, /No cluster gamma/],
  ])('refuse %j', async (query, status, message) => {
    const response = await allowed.get(`/v1/patterns${query}`);
    contract.check(operations.patterns, response);

    expect(response.status).toBe(status);
    expect(response.body.error.message).toMatch(message);
  });

  it('need credentials and the permission', async () => {
    const anonymous = await allowed.get(
      '/v1/patterns?cluster=alpha',
      mockCredentials.user.invalidHeader(),
    );
    const refused = await denied.get('/v1/patterns?cluster=alpha');
    contract.check(operations.patterns, anonymous);
    contract.check(operations.patterns, refused);

    expect(anonymous.status).toBe(401);
    expect(refused.status).toBe(403);
  });
});

describe('the contract of patterns', () => {
  it('describes exactly what was answered by the tests above', () => {
    expect([...contract.seen].sort()).toEqual(
      responsesOf(operations, contract.described),
    );
  });
});
