import fc from 'fast-check';
import { readContosoEstate } from '../__testUtils__/contosoEstate';
import { analyzeCluster } from '../analyzeCluster';
import { observedResources } from './observedResources';
import { reduceObject } from './reduceObject';

const secret = 'do-not-keep';

describe('reduceObject', () => {
  it('drops what nobody reads and everything that may be secret', () => {
    const reduced = reduceObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'traefik',
        namespace: 'edge',
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': secret,
          team: 'edge',
        },
        managedFields: [{ manager: secret }],
      },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'traefik' } },
        strategy: { note: secret },
        template: {
          metadata: {
            labels: { app: 'traefik' },
            annotations: { checksum: '1' },
          },
          spec: {
            serviceAccountName: 'traefik',
            initContainers: [
              { name: 'init', env: [{ name: 'A', value: secret }] },
            ],
            containers: [
              {
                name: 'traefik',
                image: 'traefik:v3.7.9',
                command: ['/entrypoint.sh', secret],
                args: [
                  '--providers.kubernetesingress=true',
                  '--providers.kubernetesingress.ingressclass=inside',
                  `--providers.consul.token=${secret}`,
                  `--api-key=${secret}`,
                  secret,
                ],
                env: [
                  { name: 'PASSWORD', value: secret },
                  { name: 'CONTROLLER_INGRESS_CLASS', value: 'inside' },
                  {
                    name: 'CONTROLLER_PUBLISH_SERVICE',
                    valueFrom: { secretKeyRef: { name: secret } },
                  },
                ],
                readinessProbe: { exec: { command: [secret] } },
                volumeMounts: [{ name: secret }],
              },
            ],
            volumes: [{ name: secret }],
          },
        },
      },
      status: { readyReplicas: 2, conditions: [{ message: secret }] },
    });
    expect(JSON.stringify(reduced)).not.toContain(secret);
    expect(reduced).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'traefik',
        namespace: 'edge',
        annotations: { team: 'edge' },
      },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'traefik' } },
        template: {
          metadata: {
            labels: { app: 'traefik' },
            annotations: { checksum: '1' },
          },
          spec: {
            serviceAccountName: 'traefik',
            containers: [
              {
                name: 'traefik',
                image: 'traefik:v3.7.9',
                args: [
                  '--providers.kubernetesingress=true',
                  '--providers.kubernetesingress.ingressclass=inside',
                  '--providers.consul.token',
                ],
                env: [
                  { name: 'CONTROLLER_INGRESS_CLASS', value: 'inside' },
                  { name: 'CONTROLLER_PUBLISH_SERVICE' },
                ],
                readinessProbe: {},
              },
            ],
            initContainers: [{ name: 'init' }],
          },
        },
      },
      status: { readyReplicas: 2 },
    });
  });

  it('keeps what spreads pods, and the names of Secrets that are filled from a vault', () => {
    const podAntiAffinity = {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: 'topology.kubernetes.io/zone' },
      ],
    };
    expect(
      reduceObject({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'a' },
        spec: { affinity: { podAntiAffinity, podAffinity: {} } },
      })?.spec,
    ).toEqual({ affinity: { podAntiAffinity } });
    expect(
      reduceObject({
        apiVersion: 'secrets-store.csi.x-k8s.io/v1',
        kind: 'SecretProviderClass',
        metadata: { name: 'a' },
        spec: {
          provider: 'azure',
          parameters: { tenantId: secret },
          secretObjects: [{ secretName: 'web-tls', data: [secret] }],
        },
      })?.spec,
    ).toEqual({
      provider: 'azure',
      secretObjects: [{ secretName: 'web-tls' }],
    });
  });

  it('keeps every annotation of an Ingress', () => {
    const annotations = {
      'nginx.ingress.kubernetes.io/rewrite-target': '/',
      odd: 'x',
    };
    expect(
      reduceObject({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: 'web', annotations },
      })?.metadata.annotations,
    ).toEqual(annotations);
  });

  it.each([
    [
      'a kind that is not read',
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } },
    ],
    [
      'a kind of another group',
      {
        apiVersion: 'example.com/v1',
        kind: 'Service',
        metadata: { name: 'a' },
      },
    ],
    ['no name', { apiVersion: 'v1', kind: 'Service', metadata: {} }],
    ['no object', 'Service'],
    ['nothing', undefined],
  ])('keeps nothing of %s', (_case, raw) => {
    expect(reduceObject(raw)).toBeUndefined();
  });

  it('never changes a verdict of the contoso estate', () => {
    const { estate, observations } = readContosoEstate();
    const now = new Date('2026-11-22T12:00:00Z');
    for (const observation of observations) {
      const before = JSON.stringify(observation);
      const reduced = {
        ...observation,
        objects: observation.objects.flatMap(raw => reduceObject(raw) ?? []),
      };
      expect(JSON.stringify(observation)).toBe(before);
      expect(analyzeCluster(reduced, estate, { now })).toEqual(
        analyzeCluster(observation, estate, { now }),
      );
    }
  });

  it('takes any JSON without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (any, other) => {
        for (const { group, versions, kind } of observedResources) {
          const reduced = reduceObject({
            apiVersion: group === '' ? versions[0] : `${group}/${versions[0]}`,
            kind,
            metadata: { name: 'any', labels: any, annotations: other },
            spec: any,
            status: other,
          });
          expect(reduced?.metadata.name).toBe('any');
        }
      }),
      { numRuns: 50 },
    );
  });

  it('keeps something of every kind that is read, and reducing again changes nothing', () => {
    for (const { group, versions, kind } of observedResources) {
      fc.assert(
        fc.property(fc.jsonValue(), fc.jsonValue(), (spec, status) => {
          const once = reduceObject({
            apiVersion: group === '' ? versions[0] : `${group}/${versions[0]}`,
            kind,
            metadata: { name: 'a', labels: { b: 'c' } },
            spec,
            status,
          });
          expect(once?.metadata).toEqual({ name: 'a', labels: { b: 'c' } });
          expect(reduceObject(once)).toEqual(once);
        }),
        { numRuns: 15 },
      );
    }
  });
});

describe('reduceObject of a ConfigMap', () => {
  const configMap = (data: Record<string, string>) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', namespace: 'b', annotations: { c: 'd' } },
    data,
  });

  it('keeps the settings of a controller, and nothing else', () => {
    expect(
      reduceObject(configMap({ 'proxy-body-size': '8m', password: 'hunter2' })),
    ).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a', namespace: 'b' },
      data: { 'proxy-body-size': '8m' },
    });
  });

  it('keeps nothing of one that has no such settings', () => {
    expect(reduceObject(configMap({ password: 'hunter2' }))).toBeUndefined();
    expect(reduceObject(configMap({}))).toBeUndefined();
  });
});

describe('observedResources', () => {
  it('names no Secret and no ConfigMap', () => {
    const names = observedResources.map(({ resource }) => resource);
    expect(names).not.toContain('secrets');
    expect(names).not.toContain('configmaps');
  });

  it('names each resource once', () => {
    const names = observedResources.map(
      ({ group, resource }) => `${group}/${resource}`,
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
