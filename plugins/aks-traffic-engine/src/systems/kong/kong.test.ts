import { analyze, onlyEntry, waysInto } from '../../__testUtils__/analyze';
import { controllersIn } from '../../__testUtils__/controllers';
import {
  controller,
  deployment,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';

const image = 'kong/kubernetes-ingress-controller:3.5';
const value = 'ingress-controllers.konghq.com/kong';

describe('Kong Ingress Controller', () => {
  it.each([
    ['its image', { image }, 'kong 3.5 proven'],
    [
      'a mirror of it',
      {
        image:
          'acr.example/mirror/kong/kubernetes-ingress-controller@sha256:0a',
      },
      'kong (no version) proven',
    ],
    [
      'labels alone',
      {
        labels: {
          'app.kubernetes.io/name': 'kong',
          'app.kubernetes.io/component': 'controller',
        },
      },
      'kong (no version) inferred',
    ],
  ])('is found by %s', (_case, workload, expected) => {
    expect(controllersIn(workload)).toEqual([expected]);
  });

  it.each([
    ['the gateway without a controller', 'kong/kong-gateway:3.11'],
    ['the plain proxy', 'kong:3.9'],
    [
      'the controller of another owner',
      'example/kubernetes-ingress-controller:3.5',
    ],
    ['its operator', 'kong/gateway-operator:1.6'],
  ])('is not %s', (_case, other) => {
    expect(controllersIn({ image: other })).toEqual([]);
  });

  it('does not serve a class of another controller value', () => {
    const analysis = analyze([
      ...controller({ image }),
      ingressClass('kong', 'example.com/kong'),
      service(),
      ingress({ className: 'kong', addresses: [] }),
    ]);
    expect(waysInto(analysis)).not.toContain('kong public proven');
  });

  it('serves its class', () => {
    expect(
      waysInto(
        analyze([
          ...controller({ image }),
          ingressClass('kong', value),
          service(),
          ingress({ className: 'kong' }),
        ]),
      ),
    ).toEqual(['kong public proven']);
  });

  it('serves the class its environment names', () => {
    expect(
      waysInto(
        analyze([
          ...controller({
            image,
            env: [{ name: 'CONTROLLER_INGRESS_CLASS', value: 'inside' }],
          }),
          ingressClass('inside', value),
          service(),
          ingress({ className: 'inside' }),
        ]),
      ),
    ).toEqual(['kong public proven']);
  });

  it('is reached through the gateway beside it', () => {
    const analysis = analyze([
      deployment({ name: 'kong-controller', namespace: 'kong', image }),
      ...controller({
        name: 'kong-gateway',
        namespace: 'kong',
        image: 'kong/kong-gateway:3.11',
        internal: true,
        address: '10.0.0.9',
      }),
      ingressClass('kong', value),
      service(),
      ingress({ className: 'kong', addresses: ['10.0.0.9'] }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      system: 'kong',
      controller: 'kong-controller',
      exposure: 'internal',
      addresses: ['10.0.0.9'],
    });
  });

  it('is pending while its load balancer has no address', () => {
    const [running, front] = controller({ image });
    expect(
      waysInto(
        analyze([
          running,
          { ...front, status: { loadBalancer: {} } },
          ingressClass('kong', value),
          service(),
          ingress({ className: 'kong', addresses: [] }),
        ]),
      ),
    ).toEqual(['kong pending proven']);
  });

  it('leaves an Ingress without a class unknown: no source says what it does with one', () => {
    expect(
      waysInto(
        analyze([
          ...controller({ image }),
          service(),
          ingress({ addresses: [] }),
        ]),
      ),
    ).toEqual(['unknown unknown inferred']);
  });
});
