import { analyze, trafficOf, waysInto } from '../../__testUtils__/analyze';
import {
  deployment,
  gateway,
  gatewayClass,
  httpRoute,
  service,
} from '../../__testUtils__/builders';
import { controllersIn } from '../../__testUtils__/controllers';

const image = 'ghcr.io/nginx/nginx-gateway-fabric:2.1.0';

describe('NGINX Gateway Fabric', () => {
  it.each([
    ['its image', { image }, 'nginx-gateway-fabric 2.1.0 proven'],
    [
      'its image where it runs NGINX Plus',
      { image, args: ['controller', '--gatewayclass=nginx', '--nginx-plus'] },
      'nginx-gateway-fabric 2.1.0 proven',
    ],
    [
      'an image without a namespace',
      { image: 'nginx-gateway-fabric:2.1.0' },
      'nginx-gateway-fabric 2.1.0 proven',
    ],
    [
      'labels alone',
      { labels: { 'app.kubernetes.io/name': 'nginx-gateway-fabric' } },
      'nginx-gateway-fabric (no version) inferred',
    ],
  ])('is found by %s', (_case, workload, expected) => {
    expect(controllersIn(workload)).toEqual([expected]);
  });

  it.each([
    ['its data plane alone', 'ghcr.io/nginx/nginx-gateway-fabric/nginx:2.1.0'],
    ['plain NGINX', 'nginx:1.29'],
    ['an image that ends alike', 'example/my-nginx-gateway-fabric:1'],
  ])('is not %s', (_case, other) => {
    expect(controllersIn({ image: other })).toEqual([]);
  });

  it('serves class nginx, and no retirement of NGINX is about it', () => {
    const controllerName = 'gateway.nginx.org/nginx-gateway-controller';
    const analysis = analyze([
      deployment({ name: 'ngf', namespace: 'nginx-gateway', image }),
      gatewayClass('nginx', controllerName),
      gateway({ className: 'nginx' }),
      httpRoute({ controllerName }),
      service(),
      service({
        name: 'edge-nginx',
        type: 'LoadBalancer',
        addresses: ['203.0.113.9'],
        labels: { 'gateway.networking.k8s.io/gateway-name': 'edge' },
      }),
    ]);
    expect(waysInto(analysis)).toEqual(['nginx-gateway-fabric public proven']);
    expect(
      trafficOf(analysis).findings.filter(({ retirement }) => retirement),
    ).toEqual([]);
    expect(analysis.cluster.controllers).toMatchObject([
      { system: 'nginx-gateway-fabric', classes: ['nginx'] },
    ]);
    expect(analysis.cluster.controllers[0].retirement).toBeUndefined();
  });
});
