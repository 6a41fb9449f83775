import {
  MigrationTarget,
  TargetRequirement,
} from 'backstage-plugin-aks-traffic-common';
import { clusterId, clusterRow } from '../__testUtils__/analyze';
import { deployment, gatewayClass } from '../__testUtils__/builders';
import { ResourceRow } from '../model/estate';
import { KubernetesObject } from '../model/observation';
import { observedResources } from '../objects/observedResources';
import { resolveContextOf } from '../resolveContextOf';
import { detectControllers } from '../systems/detectControllers';
import { clusterFacts } from './ClusterFacts';
import { clusterTargets } from './clusterTargets';
import { eligibilityOf } from './eligibilityOf';

interface Cluster {
  objects?: KubernetesObject[];
  /** Properties of the cluster's row; without them it was not read. */
  row?: Record<string, unknown>;
  sku?: string;
  rows?: ResourceRow[];
  unread?: string[];
  armId?: string;
}

function requirementsOf(
  target: MigrationTarget,
  cluster: Cluster,
): readonly TargetRequirement[] {
  const { objects = [], row, rows = [], unread = [] } = cluster;
  const clusterRows =
    row === undefined
      ? []
      : [{ ...clusterRow(row), sku: { name: cluster.sku ?? 'Base' } }];
  const context = resolveContextOf(
    {
      cluster: 'aks',
      armId: cluster.armId ?? (row && clusterId),
      coverage: 'complete',
      gaps: [],
      origin: 'api',
      reads: observedResources.map(({ group, resource }) => ({
        group,
        resource,
        state: unread.includes(resource) ? 'forbidden' : 'complete',
      })),
      objects,
    },
    { rows: [...clusterRows, ...rows], gaps: [], readTypes: [] },
  );
  return clusterTargets(
    clusterFacts({
      context,
      controllers: detectControllers(context),
      now: new Date('2026-11-22T12:00:00Z'),
    }),
  ).get(target)!;
}

function find(target: MigrationTarget, id: string, cluster: Cluster) {
  return requirementsOf(target, cluster).find(each => each.id === id);
}

function definition(
  name: string,
  annotations: Record<string, string> = {},
): KubernetesObject {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name, annotations },
  };
}

const routes = 'httproutes.gateway.networking.k8s.io';
const gatewayApi = { gatewayAPI: { installation: 'Standard' } };
const appRouting = {
  ingressProfile: {
    ...gatewayApi,
    webAppRouting: {
      gatewayAPIImplementations: { appRoutingIstio: { mode: 'Enabled' } },
    },
  },
};
const mesh = (revision: string) => ({
  ingressProfile: gatewayApi,
  serviceMeshProfile: { mode: 'Istio', istio: { revisions: [revision] } },
});

describe('what every target needs', () => {
  it.each([
    ['a cluster of AKS', { row: {} }, true],
    ['a cluster nobody knows in Azure', {}, 'unknown'],
    [
      'a connected cluster',
      {
        armId:
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Kubernetes/connectedClusters/edge',
      },
      false,
    ],
  ])('%s: %s', (_what, cluster, met) => {
    expect(find('istio', 'aks-cluster', cluster)?.met).toBe(met);
  });

  it('has evidence, or says what was not read', () => {
    const clusters: Cluster[] = [
      { row: appRouting },
      { row: mesh('asm-1-30') },
      { row: {} },
      {},
      { row: {}, unread: ['customresourcedefinitions', 'gatewayclasses'] },
    ];
    for (const cluster of clusters) {
      for (const target of [
        'app-routing-gateway-api',
        'application-gateway-for-containers',
        'istio',
      ] as const) {
        for (const { met, evidence, message, source } of requirementsOf(
          target,
          cluster,
        )) {
          expect(source).toMatch(/^https:/);
          expect(
            evidence.length > 0 || (met === 'unknown' && /read/.test(message)),
          ).toBe(true);
        }
      }
    }
  });
});

describe('the Gateway API of application routing', () => {
  const target = 'app-routing-gateway-api';

  it('needs nothing more where it is enabled', () => {
    expect(
      requirementsOf(target, { row: appRouting }).map(({ id, met }) => [
        id,
        met,
      ]),
    ).toEqual([
      ['aks-cluster', true],
      ['managed-gateway-api', true],
      ['app-routing-gateway-api', true],
      ['no-istio-add-on', true],
      ['no-istio-resources', true],
    ]);
  });

  it('can be enabled where it is not', () => {
    const requirements = requirementsOf(target, { row: {} });
    expect(
      requirements
        .filter(({ met }) => met === false)
        .map(({ remedy }) => remedy),
    ).toEqual([
      expect.stringContaining('--enable-gateway-api'),
      expect.stringContaining('--enable-app-routing-istio'),
    ]);
    expect(eligibilityOf(requirements)).toBe(true);
  });

  it.each([
    [
      'AKS installed them',
      definition(routes, { 'app.kubernetes.io/managed-by': 'aks' }),
      true,
      /which the cluster has\.$/,
    ],
    [
      'somebody else did',
      definition(routes, {
        'gateway.networking.k8s.io/bundle-version': 'v1.6.1',
      }),
      false,
      /not from AKS/,
    ],
  ])(
    'looks at the resources themselves where the row is silent: %s',
    (_who, object, met, message) => {
      const found = find(target, 'managed-gateway-api', {
        row: {},
        objects: [object],
      });
      expect(found).toMatchObject({ met });
      expect(found?.message).toMatch(message);
    },
  );

  it('does not run beside the Istio add-on', () => {
    const requirements = requirementsOf(target, { row: mesh('asm-1-30') });
    expect(
      requirements.find(({ id }) => id === 'no-istio-add-on'),
    ).toMatchObject({ met: false });
    expect(eligibilityOf(requirements)).toBe(false);
  });

  it.each<[string, KubernetesObject[], boolean]>([
    [
      'left-over definitions',
      [definition('sidecars.networking.istio.io')],
      true,
    ],
    [
      'a left-over class',
      [gatewayClass('istio', 'istio.io/gateway-controller')],
      true,
    ],
    [
      'objects that somebody uses',
      [
        {
          apiVersion: 'networking.istio.io/v1',
          kind: 'VirtualService',
          metadata: { name: 'web', namespace: 'shop' },
        },
      ],
      false,
    ],
  ])('does not start beside %s', (_what, objects, canBeDeleted) => {
    const found = find(target, 'no-istio-resources', { row: {}, objects });
    expect(found?.met).toBe(false);
    expect(found?.remedy !== undefined).toBe(canBeDeleted);
  });

  it('is not told to delete what may be in use', () => {
    expect(
      find(target, 'no-istio-resources', {
        row: {},
        objects: [definition('sidecars.networking.istio.io')],
        unread: ['virtualservices'],
      }),
    ).toEqual(expect.not.objectContaining({ remedy: expect.anything() }));
  });

  it('is not certain where a class of its name is left and the row is silent', () => {
    expect(
      find(target, 'app-routing-gateway-api', {
        row: {},
        objects: [gatewayClass('approuting-istio', 'x')],
      })?.met,
    ).toBe('unknown');
  });
});

describe('Application Gateway for Containers', () => {
  const target = 'application-gateway-for-containers';
  const running = deployment({
    name: 'alb-controller',
    namespace: 'azure-alb-system',
    image: 'mcr.microsoft.com/application-lb/images/alb-controller:1.12.1',
  });
  const networkId =
    '/subscriptions/0000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet';
  const pools = [{ name: 'apps', vnetSubnetID: `${networkId}/subnets/nodes` }];
  const network = (prefix: string, delegated = true): ResourceRow => ({
    id: networkId,
    name: 'vnet',
    type: 'microsoft.network/virtualnetworks',
    properties: {
      subnets: [
        {
          id: `${networkId}/subnets/alb`,
          name: 'alb',
          properties: {
            addressPrefix: prefix,
            delegations: delegated
              ? [
                  {
                    properties: {
                      serviceName:
                        'Microsoft.ServiceNetworking/trafficControllers',
                    },
                  },
                ]
              : [],
          },
        },
      ],
    },
  });

  it('is ready where its controller runs and a subnet is delegated', () => {
    const requirements = requirementsOf(target, {
      row: {
        ingressProfile: gatewayApi,
        networkProfile: { networkPlugin: 'azure' },
        agentPoolProfiles: pools,
      },
      rows: [network('10.0.8.0/24')],
      objects: [running],
    });
    expect(requirements.filter(({ met }) => met !== true)).toEqual([]);
  });

  it.each([
    ['azure', true],
    ['kubenet', false],
    ['none', false],
    [undefined, 'unknown'],
  ])('with network plugin %s: %s', (networkPlugin, met) => {
    const found = find(target, 'network-plugin', {
      row: { networkProfile: { networkPlugin } },
    });
    expect(found?.met).toBe(met);
    expect(found?.remedy).toBeUndefined();
  });

  it.each([
    ['large enough', [network('10.0.8.0/24')], true],
    ['too small', [network('10.0.8.0/25')], false],
    ['not delegated', [network('10.0.8.0/24', false)], false],
    ['not read', [], 'unknown'],
  ])('with a subnet that is %s: %s', (_what, rows, met) => {
    expect(
      find(target, 'delegated-subnet', {
        row: { agentPoolProfiles: pools },
        rows,
      })?.met,
    ).toBe(met);
  });

  it('gets controller and subnet from its add-on', () => {
    const cluster = {
      row: { ingressProfile: { applicationLoadBalancer: { enabled: true } } },
    };
    expect(find(target, 'alb-controller', cluster)?.met).toBe(true);
    expect(find(target, 'delegated-subnet', cluster)?.met).toBe(true);
  });

  it('can be had on AKS Automatic by the add-on only', () => {
    expect(
      find(target, 'alb-controller', { row: {}, sku: 'Automatic' })?.remedy,
    ).toMatch(/only way on AKS Automatic/);
    expect(find(target, 'alb-controller', { row: {} })?.remedy).toMatch(
      /Helm chart/,
    );
  });

  it('does not know of a controller where workloads were not read', () => {
    expect(
      find(target, 'alb-controller', { row: {}, unread: ['deployments'] })?.met,
    ).toBe('unknown');
  });
});

describe('the Istio add-on', () => {
  const target = 'istio';

  it.each([
    ['asm-1-30', true],
    ['asm-1-29', 'unknown'],
    ['asm-1-27', false],
    ['asm-1-25', false],
    ['asm-1-31', 'unknown'],
  ])('in revision %s is supported: %s', (revision, met) => {
    expect(find(target, 'istio-revision', { row: mesh(revision) })?.met).toBe(
      met,
    );
  });

  it.each([
    ['1.35.4', true],
    ['1.31.13', 'unknown'],
    ['1.37.0', 'unknown'],
    [undefined, 'unknown'],
  ])('can be had on AKS %s: %s', (currentKubernetesVersion, met) => {
    expect(
      find(target, 'istio-revision', { row: { currentKubernetesVersion } })
        ?.met,
    ).toBe(met);
  });

  it.each([
    ['the managed Gateway API', { ingressProfile: gatewayApi }, true],
    [
      'an ingress gateway of its own',
      {
        serviceMeshProfile: {
          mode: 'Istio',
          istio: {
            components: {
              ingressGateways: [{ enabled: true, mode: 'External' }],
            },
          },
        },
      },
      true,
    ],
    [
      'one that is off',
      {
        serviceMeshProfile: {
          mode: 'Istio',
          istio: { components: { ingressGateways: [{ enabled: false }] } },
        },
      },
      false,
    ],
  ])('lets traffic in by %s: %s', (_what, row, met) => {
    expect(find(target, 'istio-gateway', { row })?.met).toBe(met);
  });

  it('does not run beside the Gateway API of application routing, but can replace it on AKS Automatic', () => {
    const requirements = requirementsOf(target, { row: appRouting });
    expect(eligibilityOf(requirements)).toBe(false);
    expect(
      find(target, 'no-app-routing-gateway-api', {
        row: { ...appRouting, currentKubernetesVersion: '1.36.2' },
        sku: 'Automatic',
      }),
    ).toMatchObject({
      met: false,
      message: expect.stringContaining('can be disabled'),
    });
  });

  it('does not run in a member of an Application Network', () => {
    const member = deployment({
      name: 'ztunnel',
      namespace: 'applink-system',
      kind: 'DaemonSet',
      image: 'mcr.microsoft.com/oss/v2/istio/ztunnel:v1.29.2',
    });
    const id = 'no-application-network';
    expect(find(target, id, { row: {}, objects: [member] })?.met).toBe(false);
    expect(find(target, id, { row: {} })).toBeUndefined();
    expect(find(target, id, { row: {}, unread: ['daemonsets'] })?.met).toBe(
      'unknown',
    );
  });
});
