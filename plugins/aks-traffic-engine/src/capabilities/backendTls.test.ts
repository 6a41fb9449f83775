import { analyze, onlyEntry } from '../__testUtils__/analyze';
import {
  gateway,
  gatewayClass,
  httpRoute,
  service,
} from '../__testUtils__/builders';
import { KubernetesObject } from '../model/observation';

function policy(
  group: string,
  spec: Record<string, unknown>,
  namespace = 'shop',
): KubernetesObject {
  return {
    apiVersion: `${group}/v1`,
    kind: 'BackendTLSPolicy',
    metadata: { name: 'tls', namespace },
    spec,
  };
}

const target = { group: '', kind: 'Service', name: 'web' };
const standard = (namespace?: string, name = 'web') =>
  policy(
    'gateway.networking.k8s.io',
    { targetRefs: [{ ...target, name }] },
    namespace,
  );
const alb = (spec: Record<string, unknown> = {}) =>
  policy('alb.networking.azure.io', {
    targetRef: target,
    default: { sni: 'web' },
    ...spec,
  });

function capabilitiesWith(controllerName: string, objects: KubernetesObject[]) {
  const { backendTls, backendMutualTls } = onlyEntry(
    analyze([
      gatewayClass('any', controllerName),
      gateway({ className: 'any' }),
      httpRoute({ controllerName }),
      service(),
      ...objects,
    ]),
  ).capabilities;
  return [backendTls, backendMutualTls];
}

const agc = 'alb.networking.azure.io/alb-controller';
const istio = 'istio.io/gateway-controller';

describe('TLS between a gateway and a Service', () => {
  it.each([
    ['a policy of the Gateway API', istio, [standard()], [true, undefined]],
    [
      'one in another namespace',
      istio,
      [standard('other')],
      [undefined, undefined],
    ],
    [
      'one for another Service',
      istio,
      [standard('shop', 'api')],
      [undefined, undefined],
    ],
    ['a policy of AGC', agc, [alb()], [true, undefined]],
    [
      'one of AGC with a certificate of the gateway',
      agc,
      [alb({ default: { clientCertificateRef: { name: 'cert' } } })],
      [true, true],
    ],
    [
      'a policy of AGC for another gateway',
      istio,
      [alb()],
      [undefined, undefined],
    ],
    ['no policy', agc, [], [undefined, undefined]],
  ])('is told by %s', (_case, controllerName, objects, expected) => {
    expect(capabilitiesWith(controllerName, objects)).toEqual(expected);
  });
});
