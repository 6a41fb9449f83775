import { analyze, orphansOf, waysInto } from '../__testUtils__/analyze';
import {
  controller,
  deployment,
  gateway,
  gatewayClass,
  httpRoute,
  ingress,
  ingressClass,
  service,
} from '../__testUtils__/builders';

describe('systems that are told by the controller name of a GatewayClass', () => {
  it.each([
    [
      'envoy-gateway',
      'gateway.envoyproxy.io/gatewayclass-controller',
      'proven',
    ],
    [
      'nginx-gateway-fabric',
      'gateway.nginx.org/nginx-gateway-controller',
      'proven',
    ],
    ['contour', 'projectcontour.io/gateway-controller', 'proven'],
    ['kong', 'konghq.com/kic-gateway-controller', 'proven'],
    ['haproxy', 'haproxy.org/gateway-controller', 'proven'],
    ['traefik', 'traefik.io/gateway-controller', 'proven'],
    ['istio', 'istio.io/gateway-controller', 'proven'],
    ['other', 'kgateway.dev/kgateway', 'proven'],
    ['cilium', 'io.cilium/gateway-controller', 'inferred'],
  ])(
    '%s, whatever the name of the class',
    (system, controllerName, confidence) => {
      expect(
        waysInto(
          analyze([
            gatewayClass('nginx', controllerName),
            gateway({ className: 'nginx' }),
            httpRoute({ controllerName }),
            service(),
            service({
              name: 'edge-front',
              type: 'LoadBalancer',
              addresses: ['203.0.113.9'],
            }),
          ]),
        ),
      ).toEqual([`${system} public ${confidence}`]);
    },
  );

  it('finds the Service of an Envoy Gateway in another namespace', () => {
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

  it('leaves a class that no controller has accepted an orphan', () => {
    const analysis = analyze([
      { ...gatewayClass('eg', 'example.com/none'), status: {} },
    ]);
    expect(orphansOf(analysis)).toEqual(['GatewayClass eg']);
  });
});

describe('Cilium', () => {
  it('is not an ingress controller because its data plane runs', () => {
    expect(
      analyze([
        deployment({
          name: 'cilium',
          namespace: 'kube-system',
          kind: 'DaemonSet',
          image: 'mcr.microsoft.com/oss/cilium/cilium:1.18',
        }),
      ]).cluster.controllers,
    ).toEqual([]);
  });

  it('is inferred from its class, whose controller value no source confirmed', () => {
    expect(
      waysInto(
        analyze([
          ingressClass('cilium', 'cilium.io/ingress-controller'),
          service(),
          service({
            name: 'cilium-ingress',
            namespace: 'kube-system',
            type: 'LoadBalancer',
            addresses: ['203.0.113.9'],
          }),
          ingress({ className: 'cilium' }),
        ]),
      ),
    ).toEqual(['cilium public inferred']);
  });
});
