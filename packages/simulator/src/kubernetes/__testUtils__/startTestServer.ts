import { CertificateAuthority } from '../../certificates';
import { AKS_SERVER_APPLICATION, TokenAuthority } from '../../entra';
import type {
  Identity,
  SimulatedCluster,
  StoredObject,
} from '../../estate/types';
import { FaultRegistry } from '../../faults';
import { systemClock } from '../../http';
import { apisOf } from '../apis';
import {
  createKubernetesServer,
  CreateKubernetesServerOptions,
} from '../createKubernetesServer';
import { ApiClient } from './ApiClient';

export const READER_TOKEN = 'reader-token';
export const ADMIN_TOKEN = 'admin-token';

/** May read everything that is put into the test clusters, and one group that is not installed. */
const READER_RULES = [
  {
    apiGroups: ['', 'apps', 'networking.k8s.io'],
    resources: ['*'],
    verbs: ['get', 'list', 'watch'],
  },
  {
    apiGroups: ['gateway.networking.k8s.io', 'not.installed.example'],
    resources: ['*'],
    verbs: ['get', 'list', 'watch'],
  },
];

export const testIdentity: Identity = {
  displayName: 'aks-traffic',
  clientId: '6f1f6d57-30d5-4b3a-a2a4-000000000001',
  objectId: '6f1f6d57-30d5-4b3a-a2a4-000000000002',
  clientSecret: 'not-a-secret',
  readableSubscriptions: 'all',
  mayListCredentials: 'all',
  kubernetesRoles: { '*': 'reader', 'locked-out': 'nobody' },
};

export function testIngress(
  name: string,
  labels?: Record<string, string>,
  namespace = 'shop',
): StoredObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace, ...(labels && { labels }) },
    spec: {
      ingressClassName: 'nginx',
      rules: [{ host: `${name}.example.com` }],
    },
    status: { loadBalancer: { ingress: [{ ip: '203.0.113.7' }] } },
  };
}

export function testCluster(
  overrides: Partial<SimulatedCluster> = {},
): SimulatedCluster {
  return {
    name: 'test',
    version: '1.36.2',
    entra: true,
    reach: 'open',
    apis: apisOf(['core', 'gateway-api-1.5.1-aks']),
    roles: {
      reader: READER_RULES,
      admin: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
    },
    serviceAccountTokens: [
      { token: READER_TOKEN, role: 'reader' },
      { token: ADMIN_TOKEN, role: 'admin' },
    ],
    objects: [],
    ...overrides,
  };
}

/** A cluster's API server with everything around it that it needs. Ends with `close`. */
export async function startTestServer(
  options: Partial<
    Omit<CreateKubernetesServerOptions, 'faults' | 'authority' | 'certificates'>
  > = {},
) {
  const clock = options.clock ?? systemClock;
  const faults = new FaultRegistry();
  const authority = await TokenAuthority.create({
    tenantId: '00000000-0000-4000-8000-00000000000a',
    faults,
    clock,
  });
  const certificates = await CertificateAuthority.create('Test CA');
  const counted: string[] = [];
  const server = await createKubernetesServer({
    cluster: testCluster(),
    identities: [testIdentity],
    counters: {
      count: (...parts) => {
        counted.push(parts.join(' '));
      },
    },
    clock,
    onError: error => {
      throw error;
    },
    ...options,
    authority,
    faults,
    certificates,
  });
  const clients: ApiClient[] = [];
  return {
    server,
    faults,
    authority,
    counted,
    /** Waits until this many requests have arrived. */
    untilCounted: async (requests: number) => {
      while (counted.length < requests) {
        await new Promise(resolve => setImmediate(resolve));
      }
    },
    ca: certificates.pem,
    entraToken: async (audience = AKS_SERVER_APPLICATION) =>
      (await authority.issue({ identity: testIdentity, audience })).token,
    client: (token: string | undefined = READER_TOKEN) => {
      const client = new ApiClient({
        url: server.url,
        ca: certificates.pem,
        token,
      });
      clients.push(client);
      return client;
    },
    close: async () => {
      await Promise.all(clients.map(client => client.close()));
      await server.close();
    },
  };
}
