import { analyze, waysInto } from '../../__testUtils__/analyze';
import {
  gateway,
  gatewayClass,
  httpRoute,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';
import { controllersIn } from '../../__testUtils__/controllers';

const front = service({
  name: 'cilium-ingress',
  namespace: 'kube-system',
  type: 'LoadBalancer',
  addresses: ['203.0.113.9'],
});

describe('Cilium', () => {
  it.each([
    [
      'its data plane',
      { kind: 'DaemonSet', image: 'mcr.microsoft.com/oss/cilium/cilium:1.18' },
    ],
    [
      'its operator',
      { image: 'mcr.microsoft.com/oss/cilium/operator-generic:1.18' },
    ],
  ])('is no ingress controller because %s runs', (_case, workload) => {
    expect(controllersIn(workload)).toEqual([]);
  });

  it.each([
    [
      'an IngressClass',
      [
        ingressClass('cilium', 'cilium.io/ingress-controller'),
        ingress({ className: 'cilium' }),
      ],
    ],
    [
      'a GatewayClass',
      [
        gatewayClass('any', 'io.cilium/gateway-controller'),
        gateway({ className: 'any' }),
        httpRoute({ controllerName: 'io.cilium/gateway-controller' }),
      ],
    ],
  ])(
    'is inferred from %s, whose controller value no source confirmed',
    (_case, objects) => {
      expect(waysInto(analyze([...objects, front, service()]))).toEqual([
        'cilium public inferred',
      ]);
    },
  );

  it('is not what has the name of its class only', () => {
    expect(
      waysInto(
        analyze([
          ingressClass('cilium', 'example.com/ingress'),
          front,
          service(),
          ingress({ className: 'cilium' }),
        ]),
      ),
    ).not.toContain('cilium public inferred');
  });
});
