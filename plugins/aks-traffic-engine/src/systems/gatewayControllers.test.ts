import { analyze, orphansOf, waysInto } from '../__testUtils__/analyze';
import {
  gateway,
  gatewayClass,
  httpRoute,
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

  it('leaves a class that no controller has accepted an orphan', () => {
    const analysis = analyze([
      { ...gatewayClass('eg', 'example.com/none'), status: {} },
    ]);
    expect(orphansOf(analysis)).toEqual(['GatewayClass eg']);
  });
});
