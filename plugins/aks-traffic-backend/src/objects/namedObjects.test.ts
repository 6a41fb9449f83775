import {
  analysis,
  entryPoint,
  serviceTraffic,
} from '../__testUtils__/analysis';
import { observation } from '../__testUtils__/observation';
import { namedObjects } from './namedObjects';

function object(apiVersion: string, kind: string, name: string) {
  return { apiVersion, kind, metadata: { name, namespace: 'shop' } };
}

const evidence = (name: string) => ({
  object: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name,
  },
  field: 'spec',
  value: 'x',
  meaning: 'It runs.',
});

describe('namedObjects', () => {
  it('picks the Services and what verdicts name, whichever version names it', () => {
    const read = [
      object('v1', 'Service', 'web'),
      object('v1', 'Service', 'other'),
      object('networking.k8s.io/v1beta1', 'Ingress', 'web'),
      object('example.com/v1', 'Ingress', 'web'),
      object('apps/v1', 'Deployment', 'controller'),
      object('apps/v1', 'Deployment', 'unnamed'),
    ];

    const picked = namedObjects(
      observation({ objects: [...read, read[0]] }),
      analysis({
        services: [{ traffic: serviceTraffic(), labelSets: [] }],
        traffic: {
          controllers: [
            {
              system: 'ingress-nginx',
              name: 'controller',
              classes: [],
              exposure: 'public',
              addresses: [],
              confidence: 'proven',
              evidence: [evidence('controller')],
            },
          ],
        },
      }),
    );

    expect(picked).toEqual([read[0], read[2], read[4]]);
  });

  it('finds names at any depth, in however many verdicts', () => {
    const many = Array.from({ length: 200_000 }, () => entryPoint('istio'));
    const picked = namedObjects(
      observation({
        objects: [object('apps/v1', 'Deployment', 'deep')],
      }),
      analysis({
        services: [
          {
            traffic: serviceTraffic({ entryPoints: many }),
            assessment: {
              lines: [
                {
                  id: 'x',
                  points: 1,
                  message: '',
                  evidence: [evidence('deep')],
                },
              ],
            },
            labelSets: [],
          },
        ],
      }),
    );
    expect(picked).toHaveLength(1);
  });
});
