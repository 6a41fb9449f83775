import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import request from 'supertest';
import { aksTrafficPlugin } from '../plugin';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';
import { analysis, entryPoint, serviceTraffic } from './analysis';
import { component } from './entity';
import { permissionsOf } from './permissionsOf';
import { discoveryOf, storeReading } from './storeTest';

const user = mockCredentials.user.header();

const entities = [
  component('storefront', { id: 'storefront' }),
  component('selector', { 'label-selector': 'app in (api), !canary' }),
  component('elsewhere', { id: 'storefront', cluster: 'beta' }),
  component('nowhere', { id: 'storefront', cluster: 'unheard-of' }),
  component('plain'),
  component('broken', { 'label-selector': 'app in (' }),
  component('secret', { id: 'storefront' }),
];

/** A catalog that shows the entity `secret` to everybody but the stranger. */
export const catalog = catalogServiceMock.mock({
  async getEntityByRef(ref, options) {
    const { name } = ref as { name: string };
    const { principal } = (
      options as { credentials: BackstageCredentials<BackstageUserPrincipal> }
    ).credentials;
    return principal.userEntityRef === 'user:default/stranger' &&
      name === 'secret'
      ? undefined
      : entities.find(entity => entity.metadata.name === name);
  },
});

export const finding = {
  ruleId: 'managed-nginx-retirement',
  severity: 'high' as const,
  subject: {
    apiVersion: 'v1',
    kind: 'Service',
    namespace: 'shop',
    name: 'web',
  },
  message: 'It is being retired.',
  evidence: [],
  remediation: { summary: 'Move.', actions: ['Move it.'] },
  deadline: '2026-11-30',
  docs: 'docs/rules/managed-nginx-retirement.md',
};

const controller = (name: string) => ({
  system: 'app-routing-nginx' as const,
  name,
  classes: ['webapprouting.kubernetes.azure.com'],
  exposure: 'public' as const,
  addresses: ['203.0.113.7'],
  confidence: 'proven' as const,
  evidence: [],
});

export const serviceObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { namespace: 'shop', name: 'web' },
  spec: { type: 'ClusterIP' },
};

export const ingressObject = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { namespace: 'shop', name: 'web' },
};

const otherObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { namespace: 'shop', name: 'api' },
};

/** A cluster with three Services and two orphans, and a second one that was never read. */
export async function seed(store: DefaultTrafficStore, now: Date) {
  await store.recordDiscovery(discoveryOf(['alpha']));
  await storeReading(
    store,
    analysis({
      traffic: {
        sku: 'Automatic',
        controllers: [controller('nginx'), controller('other')],
        findings: [finding],
      },
      services: [
        {
          traffic: serviceTraffic({
            entryPoints: [
              entryPoint('app-routing-nginx', { controller: 'nginx' }),
            ],
            findings: [finding],
          }),
          labelSets: [{ 'backstage.io/kubernetes-id': 'storefront' }],
        },
        {
          traffic: serviceTraffic({
            service: 'api',
            entryPoints: [],
            egress: (['nat-gateway', 'load-balancer'] as const).map(kind => ({
              kind,
              hops: [],
              publicIps: [],
              nodePools: ['system'],
              evidence: [],
            })),
          }),
          labelSets: [{ app: 'api' }],
        },
        {
          traffic: serviceTraffic({ service: 'canary' }),
          labelSets: [{ app: 'api', canary: 'yes' }],
        },
      ],
      orphans: [
        {
          resource: {
            apiVersion: 'networking.k8s.io/v1',
            kind: 'Ingress',
            namespace: 'shop',
            name: 'web',
          },
          reason: 'One of its paths names no Service.',
          findings: [],
        },
        {
          resource: {
            apiVersion: 'networking.k8s.io/v1',
            kind: 'Ingress',
            namespace: 'shop',
            name: 'unrelated',
          },
          reason: 'It names no Service.',
          findings: [],
        },
      ],
    }),
    now,
    [serviceObject, otherObject, ingressObject],
  );
  await store.recordDiscovery(
    discoveryOf(['alpha', 'beta'], { gaps: ['Subscription x is hidden.'] }),
  );
}

/** The backend with the given answer to every question for a permission, and what it audits. */
export async function startBackend(client: Knex, result: AuthorizeResult) {
  const audits: { eventId: string; outcome: string; meta: unknown }[] = [];
  const auditor = mockServices.auditor.mock({
    async createEvent({ eventId, meta }) {
      const end = async (outcome: string) => {
        audits.push({ eventId, outcome, meta });
      };
      return { success: () => end('success'), fail: () => end('fail') };
    },
  });
  const { server } = await startTestBackend({
    features: [
      aksTrafficPlugin,
      mockServices.rootConfig.factory({ data: {} }),
      mockServices.database.factory({ knex: client }),
      permissionsOf(result).factory,
      auditor.factory,
      catalog.factory,
    ],
  });
  return {
    audits,
    get: (path: string, header: string | undefined = user) =>
      request(server)
        .get(`/api/aks-traffic/v1${path}`)
        .set(header ? { authorization: header } : {}),
    post: (path: string, header: string | undefined = user) =>
      request(server)
        .post(`/api/aks-traffic/v1${path}`)
        .set(header ? { authorization: header } : {}),
  };
}
