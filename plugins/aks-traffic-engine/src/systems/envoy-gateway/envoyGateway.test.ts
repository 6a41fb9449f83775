import { analyze, onlyEntry, waysInto } from '../../__testUtils__/analyze';
import {
  controller,
  gateway,
  gatewayClass,
  httpRoute,
  service,
} from '../../__testUtils__/builders';
import { controllersIn } from '../../__testUtils__/controllers';

describe('Envoy Gateway', () => {
  it.each([
    [
      'its image',
      { image: 'docker.io/envoyproxy/gateway:v1.5.0' },
      'envoy-gateway 1.5.0 proven',
    ],
    [
      'a digest of it',
      { image: 'docker.io/envoyproxy/gateway@sha256:0a' },
      'envoy-gateway (no version) proven',
    ],
    [
      'a nightly build',
      { image: 'envoyproxy/gateway-dev:latest' },
      'envoy-gateway (no version) proven',
    ],
    [
      'labels alone',
      { labels: { 'control-plane': 'envoy-gateway' } },
      'envoy-gateway (no version) inferred',
    ],
  ])('is found by %s', (_case, workload, expected) => {
    expect(controllersIn(workload)).toEqual([expected]);
  });

  it.each([
    ['the proxy alone', 'docker.io/envoyproxy/envoy:v1.35.0'],
    ['an image that ends alike', 'example/notenvoyproxy/gateway-x:v1'],
    ['a gateway of another owner', 'example/gateway:v1.5.0'],
  ])('is not %s', (_case, image) => {
    expect(controllersIn({ image })).toEqual([]);
  });

  it('has the Service of a Gateway in another namespace', () => {
    const controllerName = 'gateway.envoyproxy.io/gatewayclass-controller';
    const analysis = analyze([
      ...controller({
        name: 'envoy-gateway',
        namespace: 'envoy-gateway-system',
        image: 'docker.io/envoyproxy/gateway:v1.5.0',
      }).slice(0, 1),
      gatewayClass('eg', controllerName),
      gateway({ className: 'eg', addresses: ['10.4.0.9'] }),
      service({
        name: 'envoy-shop-edge',
        namespace: 'envoy-gateway-system',
        type: 'LoadBalancer',
        addresses: ['10.4.0.9'],
        annotations: {
          'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
        },
        labels: {
          'gateway.envoyproxy.io/owning-gateway-name': 'edge',
          'gateway.envoyproxy.io/owning-gateway-namespace': 'shop',
        },
      }),
      httpRoute({ controllerName }),
      service(),
    ]);
    expect(waysInto(analysis)).toEqual(['envoy-gateway internal proven']);
    expect(analysis.cluster.controllers).toMatchObject([
      {
        system: 'envoy-gateway',
        classes: ['eg'],
        version: '1.5.0',
        exposure: 'internal',
        addresses: ['10.4.0.9'],
      },
    ]);
  });

  it('gets no certificate from Key Vault by an option that only add-ons of AKS read', () => {
    const controllerName = 'gateway.envoyproxy.io/gatewayclass-controller';
    const analysis = analyze([
      gatewayClass('eg', controllerName),
      gateway({
        className: 'eg',
        spec: {
          listeners: [
            {
              name: 'https',
              port: 443,
              protocol: 'HTTPS',
              tls: {
                options: {
                  'kubernetes.azure.com/tls-cert-keyvault-uri':
                    'https://kv.example/certificates/web',
                },
              },
            },
          ],
        },
      }),
      httpRoute({ controllerName }),
      service(),
    ]);
    expect(onlyEntry(analysis).capabilities).not.toHaveProperty(
      'keyVaultCertificate',
    );
  });
});
