import type { ApiResource } from '../../estate/types';
import type { ApiBundle } from './ApiBundle';
import { ApiRow, defineApis } from './defineApis';

const group = 'gateway.networking.k8s.io';

function gatewayApi(versions: string[], rows: ApiRow[]): ApiResource[] {
  return defineApis({ group, versions, rows });
}

const firstStandard = [
  ...gatewayApi(
    ['v1', 'v1beta1'],
    [
      ['GatewayClass', 'gatewayclasses', 'cluster'],
      ['Gateway', 'gateways'],
      ['HTTPRoute', 'httproutes'],
    ],
  ),
  ...gatewayApi(['v1'], [['GRPCRoute', 'grpcroutes']]),
  ...gatewayApi(['v1beta1'], [['ReferenceGrant', 'referencegrants']]),
];

const withBackendTls = [
  ...firstStandard,
  ...gatewayApi(['v1'], [['BackendTLSPolicy', 'backendtlspolicies']]),
];

const withTlsRoute = [
  ...withBackendTls,
  ...gatewayApi(
    ['v1'],
    [
      ['ListenerSet', 'listenersets'],
      ['ReferenceGrant', 'referencegrants'],
      ['TLSRoute', 'tlsroutes'],
    ],
  ),
];

const withLayerFourRoutes = [
  ...withTlsRoute,
  ...gatewayApi(
    ['v1'],
    [
      ['TCPRoute', 'tcproutes'],
      ['UDPRoute', 'udproutes'],
    ],
  ),
];

const experimental = [
  ...withBackendTls,
  ...gatewayApi(
    ['v1alpha2'],
    [
      ['TCPRoute', 'tcproutes'],
      ['TLSRoute', 'tlsroutes'],
      ['UDPRoute', 'udproutes'],
    ],
  ),
  ...defineApis({
    group: 'gateway.networking.x-k8s.io',
    versions: ['v1alpha1'],
    rows: [
      ['XBackendTrafficPolicy', 'xbackendtrafficpolicies'],
      ['XListenerSet', 'xlistenersets'],
      ['XMesh', 'xmeshes', 'cluster'],
    ],
  }),
];

const standardByVersion: [version: string, apis: ApiResource[]][] = [
  ['1.2.1', firstStandard],
  ['1.3.0', firstStandard],
  ['1.4.1', withBackendTls],
  ['1.5.1', withTlsRoute],
  ['1.6.1', withLayerFourRoutes],
];

/** AKS offers up to this version by itself; newer ones are installed by the cluster's owner. */
const managedByAks = new Set(['1.2.1', '1.3.0', '1.4.1', '1.5.1']);

function annotations(version: string, channel: string) {
  return {
    'gateway.networking.k8s.io/bundle-version': `v${version}`,
    'gateway.networking.k8s.io/channel': channel,
  };
}

/** Gateway API as its owner or AKS installs it, by version and channel. */
export const gatewayApiBundles: ApiBundle[] = [
  ...standardByVersion.map(([version, apis]) => ({
    name: `gateway-api-${version}-standard`,
    apis,
    crdAnnotations: annotations(version, 'standard'),
  })),
  ...standardByVersion
    .filter(([version]) => managedByAks.has(version))
    .map(([version, apis]) => ({
      name: `gateway-api-${version}-aks`,
      apis,
      crdAnnotations: annotations(version, 'standard'),
      crdLabels: { 'app.kubernetes.io/managed-by': 'aks' },
    })),
  {
    name: 'gateway-api-1.4.1-experimental',
    apis: experimental,
    crdAnnotations: annotations('1.4.1', 'experimental'),
  },
];
