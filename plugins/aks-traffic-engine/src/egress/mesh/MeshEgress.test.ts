import { analyze, clusterRow, trafficOf } from '../../__testUtils__/analyze';
import { deployment, httpRoute, service } from '../../__testUtils__/builders';
import { KubernetesObject } from '../../model/observation';

function istio(
  kind: string,
  spec: Record<string, unknown>,
  options: { name?: string; namespace?: string } = {},
): KubernetesObject {
  const { name = 'bank', namespace = 'shop' } = options;
  return {
    apiVersion: 'networking.istio.io/v1',
    kind,
    metadata: { name, namespace },
    spec,
  };
}

const labels = { istio: 'egressgateway' };
const hosts = ['api.bank.example', 'bank.example'];

function member(namespace = 'shop'): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace, labels: { 'istio.io/rev': 'asm-1-30' } },
  };
}

function gatewayPods(annotations?: Record<string, string>): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'out', namespace: 'aks-istio-egress' },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels, annotations }, spec: {} },
    },
  };
}

const gatewayService = service({
  name: 'out',
  namespace: 'aks-istio-egress',
  selector: labels,
});

const fixed: KubernetesObject = {
  apiVersion: 'egressgateway.kubernetes.azure.com/v1alpha1',
  kind: 'StaticGatewayConfiguration',
  metadata: { name: 'fixed', namespace: 'aks-istio-egress' },
  spec: { gatewayNodepoolName: 'egress' },
  status: { egressIpPrefix: '20.3.3.0/31' },
};

const annotated = gatewayPods({
  'kubernetes.azure.com/static-gateway-configuration': 'fixed',
});

const classicGateway = istio('Gateway', {
  selector: labels,
  servers: [{ port: { number: 443, protocol: 'TLS' }, hosts }],
});

/** From the mesh to the gateway, and from the gateway to the host. */
function virtualService(
  spec: Record<string, unknown> = {},
  namespace = 'shop',
): KubernetesObject {
  return istio(
    'VirtualService',
    {
      hosts,
      gateways: ['mesh', 'shop/bank'],
      tls: [
        {
          match: [{ gateways: ['mesh'], sniHosts: hosts }],
          route: [
            {
              destination: { host: 'out.aks-istio-egress.svc.cluster.local' },
            },
          ],
        },
        {
          match: [{ gateways: ['shop/bank'], sniHosts: hosts }],
          route: [{ destination: { host: 'bank.example' } }],
        },
      ],
      ...spec,
    },
    { namespace },
  );
}

const app = [service(), deployment({})];
const mesh = [gatewayService, classicGateway, virtualService(), fixed];

function pathsOf(
  objects: KubernetesObject[],
  options: Parameters<typeof analyze>[1] = {},
) {
  return trafficOf(analyze([...app, ...objects], options)).egress.map(
    ({ kind, hops, publicIps }) => ({
      kind,
      hops: hops.map(hop => `${hop.kind} ${hop.name}`),
      publicIps,
    }),
  );
}

const direct = { kind: 'unknown', hops: [], publicIps: [] };
const throughGateway = {
  kind: 'static-egress-gateway',
  hops: [
    'istio-egress-gateway aks-istio-egress/out',
    'static-egress-gateway fixed',
  ],
  publicIps: ['20.3.3.0/31'],
};

describe('the way out of a workload', () => {
  it('leads through the egress gateway of its mesh for some hosts, and directly for others', () => {
    expect(pathsOf([member(), annotated, ...mesh])).toEqual([
      direct,
      throughGateway,
    ]);
  });

  it('says for which hosts', () => {
    const { egress } = trafficOf(
      analyze([...app, member(), annotated, ...mesh]),
    );
    expect(egress[1].evidence[0]).toMatchObject({
      object: { kind: 'VirtualService', name: 'bank' },
      field: 'spec.hosts',
      value: 'api.bank.example, bank.example',
    });
  });

  it.each<[string, KubernetesObject[]]>([
    ['it is not in the mesh', [annotated, ...mesh]],
    [
      'the VirtualService is not for the mesh',
      [
        member(),
        annotated,
        gatewayService,
        classicGateway,
        fixed,
        virtualService({ gateways: ['shop/bank'] }),
      ],
    ],
    [
      'the VirtualService is for another namespace',
      [
        member(),
        member('other'),
        annotated,
        gatewayService,
        classicGateway,
        fixed,
        virtualService({ exportTo: ['.'] }, 'other'),
      ],
    ],
    [
      'the mesh leads to a Service that carries no such Gateway',
      [
        member(),
        gatewayService,
        virtualService(),
        istio('Gateway', { selector: { istio: 'other' }, servers: [] }),
      ],
    ],
  ])('is direct only where %s', (_case, objects) => {
    expect(pathsOf(objects)).toEqual([direct]);
  });

  it('is that of the pods of a gateway that nothing gives fixed addresses', () => {
    expect(pathsOf([member(), gatewayPods(), ...mesh])).toEqual([
      direct,
      {
        ...direct,
        hops: ['istio-egress-gateway aks-istio-egress/out'],
      },
    ]);
  });

  it('is what the add-on was told where the pods do not say', () => {
    const row = clusterRow({
      serviceMeshProfile: {
        mode: 'Istio',
        istio: {
          components: {
            egressGateways: [
              {
                enabled: true,
                name: 'out',
                gatewayConfigurationName: 'fixed',
              },
            ],
          },
        },
      },
    });
    expect(
      pathsOf([member(), ...mesh], {
        rows: [row],
        unread: ['pods', 'deployments'],
      }).at(-1),
    ).toEqual(throughGateway);
  });

  it('leads through a Gateway of the Gateway API where a ServiceEntry has a route to it', () => {
    const name = { 'gateway.networking.k8s.io/gateway-name': 'out' };
    const objects = [
      member(),
      istio('ServiceEntry', { hosts }),
      service({ name: 'out-istio', selector: name }),
      httpRoute({
        parentRefs: [
          {
            group: 'networking.istio.io',
            kind: 'ServiceEntry',
            name: 'bank',
          },
        ],
        backendRefs: [{ name: 'out-istio', port: 80 }],
      }),
    ];
    expect(pathsOf(objects).at(-1)?.hops).toEqual([
      'istio-egress-gateway shop/out-istio',
    ]);
    expect(
      pathsOf(objects.filter(({ kind }) => kind !== 'ServiceEntry')),
    ).toEqual([direct]);
  });

  it('takes no host outside for a Service that is missing', () => {
    expect(analyze([...app, member(), annotated, ...mesh]).orphans).toEqual([]);
  });
});
