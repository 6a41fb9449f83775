import { analyze, waysInto } from '../../__testUtils__/analyze';
import {
  deployment,
  gateway,
  gatewayClass,
  httpRoute,
  service,
} from '../../__testUtils__/builders';

const controllerName = 'istio.io/gateway-controller';
const viaGateway = [
  gatewayClass('istio', controllerName),
  gateway({ className: 'istio' }),
  httpRoute({ controllerName }),
  service(),
];
const member = deployment({
  name: 'ztunnel',
  namespace: 'applink-system',
  kind: 'DaemonSet',
  image: 'mcr.microsoft.com/oss/v2/istio/ztunnel:v1.29.2',
});
const istiod = deployment({
  name: 'istiod',
  namespace: 'istio-system',
  image: 'istio/pilot:1.29.2',
});

describe('Azure Kubernetes Application Network', () => {
  it('is inferred for the class of Istio where only its own parts run', () => {
    expect(waysInto(analyze([member, ...viaGateway]))).toEqual([
      'application-network public inferred',
    ]);
  });

  it('is Istio where another control plane runs as well, and the two contradict', () => {
    expect(waysInto(analyze([member, istiod, ...viaGateway]))).toEqual([
      'istio public conflict',
    ]);
  });

  it('is Istio without its namespace', () => {
    expect(waysInto(analyze([istiod, ...viaGateway]))).toEqual([
      'istio public proven',
    ]);
  });
});
