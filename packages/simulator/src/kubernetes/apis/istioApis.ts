import type { ApiBundle } from './ApiBundle';
import { defineApis } from './defineApis';

/** Custom resources of Istio, alike for the add-on and for one that the cluster's owner installed. */
export const istioApiBundles: ApiBundle[] = [
  {
    name: 'istio',
    apis: [
      ...defineApis({
        group: 'networking.istio.io',
        versions: ['v1', 'v1beta1', 'v1alpha3'],
        rows: [
          ['DestinationRule', 'destinationrules'],
          ['Gateway', 'gateways'],
          ['ServiceEntry', 'serviceentries'],
          ['Sidecar', 'sidecars'],
          ['VirtualService', 'virtualservices'],
          ['WorkloadEntry', 'workloadentries'],
          ['WorkloadGroup', 'workloadgroups'],
        ],
      }),
      ...defineApis({
        group: 'networking.istio.io',
        versions: ['v1beta1'],
        rows: [['ProxyConfig', 'proxyconfigs']],
      }),
      ...defineApis({
        group: 'networking.istio.io',
        versions: ['v1alpha3'],
        rows: [['EnvoyFilter', 'envoyfilters']],
      }),
      ...defineApis({
        group: 'security.istio.io',
        versions: ['v1', 'v1beta1'],
        rows: [
          ['AuthorizationPolicy', 'authorizationpolicies'],
          ['PeerAuthentication', 'peerauthentications'],
          ['RequestAuthentication', 'requestauthentications'],
        ],
      }),
      ...defineApis({
        group: 'telemetry.istio.io',
        versions: ['v1', 'v1alpha1'],
        rows: [['Telemetry', 'telemetries']],
      }),
      ...defineApis({
        group: 'extensions.istio.io',
        versions: ['v1alpha1'],
        rows: [['WasmPlugin', 'wasmplugins']],
      }),
    ],
  },
];
