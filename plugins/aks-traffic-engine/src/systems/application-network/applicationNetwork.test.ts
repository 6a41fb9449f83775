import { analyze, waysInto } from '../../__testUtils__/analyze';
import { controllersIn } from '../../__testUtils__/controllers';
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
  it.each([
    [
      'the proxy of its nodes',
      {
        kind: 'DaemonSet',
        image: 'mcr.microsoft.com/oss/v2/istio/ztunnel:v1.29.2',
      },
      '1.29.2',
    ],
    [
      'its control plane',
      { image: 'mcr.microsoft.com/oss/v2/istio/pilot:v1.29.2' },
      '1.29.2',
    ],
    [
      'labels alone',
      {
        kind: 'DaemonSet',
        image: 'acr.example/proxy:1',
        labels: { app: 'ztunnel' },
      },
      '(no version)',
    ],
  ])('is inferred from %s in its namespace', (_case, workload, version) => {
    expect(controllersIn({ ...workload, namespace: 'applink-system' })).toEqual(
      [`application-network ${version} inferred`],
    );
  });

  it.each([
    [
      'the proxy of nodes of another mesh',
      { namespace: 'istio-system', image: 'istio/ztunnel:1.29.2' },
    ],
    [
      'something else in its namespace',
      { namespace: 'applink-system', image: 'mcr.microsoft.com/agent:1' },
    ],
    [
      'a namespace that begins alike',
      { namespace: 'applink-system-2', image: 'istio/ztunnel:1.29.2' },
    ],
  ])('is not %s', (_case, workload) => {
    expect(controllersIn(workload)).toEqual([]);
  });

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
