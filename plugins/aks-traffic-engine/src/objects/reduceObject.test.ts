import fc from 'fast-check';
import { readContosoEstate } from '../__testUtils__/contosoEstate';
import { analyzeCluster } from '../analyzeCluster';
import { KubernetesObject } from '../model/observation';
import { reduceObject } from './reduceObject';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'kong',
    namespace: 'kong',
    labels: { app: 'kong' },
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': '{"secret":"copy"}',
      note: 'kept',
    },
    managedFields: [{ manager: 'helm' }],
  },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'kong' } },
    template: {
      metadata: { labels: { app: 'kong' } },
      spec: {
        volumes: [{ name: 'certs', secret: { secretName: 'tls' } }],
        containers: [
          {
            name: 'controller',
            image: 'kong/kubernetes-ingress-controller:3.5.1',
            args: ['--publish-service=kong/proxy'],
            env: [
              { name: 'CONTROLLER_INGRESS_CLASS', value: 'partner' },
              { name: 'DATABASE_PASSWORD', value: 'planted-credential' },
              {
                name: 'CONTROLLER_PUBLISH_SERVICE',
                valueFrom: { secretKeyRef: { name: 'planted-reference' } },
              },
            ],
          },
        ],
      },
    },
  },
};

describe('reduceObject', () => {
  it('keeps how a controller is configured and drops what may hold a credential', () => {
    const reduced = reduceObject(deployment);
    const text = JSON.stringify(reduced);

    expect(text).toContain('CONTROLLER_INGRESS_CLASS');
    expect(text).toContain('partner');
    expect(text).not.toContain('planted-');
    expect(text).not.toContain('managedFields');
    expect(text).not.toContain('last-applied');
    expect(reduced?.metadata.annotations).toEqual({ note: 'kept' });
  });

  it('leaves out kinds the engine does not read, Secrets among them', () => {
    expect(
      reduceObject({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'a' },
      }),
    ).toBeUndefined();
    expect(
      reduceObject({
        apiVersion: 'example.com/v1',
        kind: 'Deployment',
        metadata: { name: 'not-the-one-of-apps' },
      }),
    ).toBeUndefined();
    expect(reduceObject('text')).toBeUndefined();
  });

  it('does not change its input', () => {
    const before = JSON.stringify(deployment);
    reduceObject(deployment);
    expect(JSON.stringify(deployment)).toBe(before);
  });

  it('never changes a verdict of the contoso estate', () => {
    const { estate, observations } = readContosoEstate();
    const now = new Date('2026-11-22T12:00:00Z');
    for (const observation of observations) {
      const reduced = {
        ...observation,
        objects: observation.objects
          .map(reduceObject)
          .filter((object): object is KubernetesObject => object !== undefined),
      };
      expect(analyzeCluster(reduced, estate, { now })).toEqual(
        analyzeCluster(observation, estate, { now }),
      );
    }
  });

  it('takes any JSON without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (spec, status) => {
        for (const [apiVersion, kind] of [
          ['v1', 'Pod'],
          ['v1', 'Node'],
          ['apps/v1', 'Deployment'],
          ['networking.k8s.io/v1', 'Ingress'],
        ]) {
          const reduced = reduceObject({
            apiVersion,
            kind,
            metadata: { name: 'any', labels: spec, annotations: status },
            spec,
            status,
          });
          expect(reduced?.metadata.name).toBe('any');
        }
      }),
    );
  });
});
