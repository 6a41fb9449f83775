import { analyze, onlyEntry } from '../../__testUtils__/analyze';
import {
  deployment,
  gateway,
  gatewayClass,
  httpRoute,
  service,
} from '../../__testUtils__/builders';
import { controllersIn } from '../../__testUtils__/controllers';

const controllerName = 'kgateway.dev/kgateway';

describe('kgateway', () => {
  it.each([
    [
      'its image',
      { image: 'cr.kgateway.dev/kgateway-dev/kgateway:v2.2.2' },
      'other 2.2.2 proven',
    ],
    [
      'a mirror of it',
      { image: 'acr.example/mirror/kgateway-dev/kgateway@sha256:0a' },
      'other (no version) proven',
    ],
    [
      'labels alone',
      {
        labels: { kgateway: 'kgateway', 'app.kubernetes.io/name': 'kgateway' },
      },
      'other (no version) inferred',
    ],
  ])('is found by %s', (_case, workload, expected) => {
    expect(controllersIn(workload)).toEqual([expected]);
  });

  it.each([
    [
      'its proxies',
      { image: 'cr.kgateway.dev/kgateway-dev/envoy-wrapper:v2.2.2' },
    ],
    [
      'an image of another project',
      { image: 'ghcr.io/example/kgateway:v2.2.2' },
    ],
    [
      'half of its labels',
      { labels: { 'app.kubernetes.io/name': 'kgateway' } },
    ],
    ['another gateway', { image: 'docker.io/envoyproxy/gateway:v1.5.0' }],
  ])('is not %s', (_case, workload) => {
    expect(
      controllersIn(workload).filter(each => each.startsWith('other')),
    ).toEqual([]);
  });

  it('serves the Gateways of its class, through the Service it makes for each', () => {
    const analysis = analyze([
      deployment({
        name: 'kgateway',
        namespace: 'kgateway-system',
        image: 'cr.kgateway.dev/kgateway-dev/kgateway:v2.2.2',
      }),
      gatewayClass('anything', controllerName),
      gateway({ className: 'anything' }),
      httpRoute({ controllerName }),
      service(),
      service({
        name: 'edge',
        type: 'LoadBalancer',
        addresses: ['203.0.113.9'],
        labels: { 'gateway.networking.k8s.io/gateway-name': 'edge' },
      }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      system: 'other',
      controller: 'kgateway',
      exposure: 'public',
      attached: true,
    });
    expect(analysis.cluster.controllers).toMatchObject([
      { system: 'other', name: 'kgateway', classes: ['anything'] },
    ]);
  });

  it('does not run because a class has its name', () => {
    const analysis = analyze([gatewayClass('kgateway', 'example.com/gateway')]);
    expect(analysis.cluster.controllers).toEqual([]);
  });
});
