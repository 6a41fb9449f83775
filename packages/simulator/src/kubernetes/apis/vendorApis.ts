import type { ApiBundle } from './ApiBundle';
import { defineApis } from './defineApis';

/** Custom resources of ingress controllers and gateways that a cluster's owner installs. */
export const vendorApiBundles: ApiBundle[] = [
  {
    name: 'f5-nginx',
    apis: defineApis({
      group: 'k8s.nginx.org',
      versions: ['v1'],
      rows: [
        ['GlobalConfiguration', 'globalconfigurations'],
        ['Policy', 'policies'],
        ['TransportServer', 'transportservers'],
        ['VirtualServerRoute', 'virtualserverroutes'],
        ['VirtualServer', 'virtualservers'],
      ],
    }),
  },
  {
    name: 'nginx-gateway-fabric',
    apis: [
      ...defineApis({
        group: 'gateway.nginx.org',
        versions: ['v1alpha2'],
        rows: [
          ['NginxProxy', 'nginxproxies'],
          ['ObservabilityPolicy', 'observabilitypolicies'],
        ],
      }),
      ...defineApis({
        group: 'gateway.nginx.org',
        versions: ['v1alpha1'],
        rows: [
          ['ClientSettingsPolicy', 'clientsettingspolicies'],
          ['NginxGateway', 'nginxgateways'],
          ['SnippetsFilter', 'snippetsfilters'],
          ['UpstreamSettingsPolicy', 'upstreamsettingspolicies'],
        ],
      }),
    ],
  },
  {
    name: 'traefik',
    apis: defineApis({
      group: 'traefik.io',
      versions: ['v1alpha1'],
      rows: [
        ['IngressRoute', 'ingressroutes'],
        ['IngressRouteTCP', 'ingressroutetcps'],
        ['IngressRouteUDP', 'ingressrouteudps'],
        ['Middleware', 'middlewares'],
        ['MiddlewareTCP', 'middlewaretcps'],
        ['ServersTransport', 'serverstransports'],
        ['ServersTransportTCP', 'serverstransporttcps'],
        ['TLSOption', 'tlsoptions'],
        ['TLSStore', 'tlsstores'],
        ['TraefikService', 'traefikservices'],
      ],
    }),
  },
  {
    // The group that Traefik had before version 3.
    name: 'traefik-2',
    apis: defineApis({
      group: 'traefik.containo.us',
      versions: ['v1alpha1'],
      rows: [
        ['IngressRoute', 'ingressroutes'],
        ['IngressRouteTCP', 'ingressroutetcps'],
        ['IngressRouteUDP', 'ingressrouteudps'],
      ],
    }),
  },
  {
    name: 'contour',
    apis: [
      ...defineApis({
        group: 'projectcontour.io',
        versions: ['v1'],
        rows: [
          ['HTTPProxy', 'httpproxies'],
          ['TLSCertificateDelegation', 'tlscertificatedelegations'],
        ],
      }),
      ...defineApis({
        group: 'projectcontour.io',
        versions: ['v1alpha1'],
        rows: [
          ['ContourConfiguration', 'contourconfigurations'],
          ['ContourDeployment', 'contourdeployments'],
          ['ExtensionService', 'extensionservices'],
        ],
      }),
    ],
  },
  {
    name: 'kong',
    apis: [
      ...defineApis({
        group: 'configuration.konghq.com',
        versions: ['v1'],
        rows: [
          ['KongClusterPlugin', 'kongclusterplugins', 'cluster'],
          ['KongConsumer', 'kongconsumers'],
          ['KongIngress', 'kongingresses'],
          ['KongPlugin', 'kongplugins'],
        ],
      }),
      ...defineApis({
        group: 'configuration.konghq.com',
        versions: ['v1beta1'],
        rows: [
          ['KongConsumerGroup', 'kongconsumergroups'],
          ['KongUpstreamPolicy', 'kongupstreampolicies'],
          ['TCPIngress', 'tcpingresses'],
          ['UDPIngress', 'udpingresses'],
        ],
      }),
      ...defineApis({
        group: 'configuration.konghq.com',
        versions: ['v1alpha1'],
        rows: [
          ['IngressClassParameters', 'ingressclassparameterses'],
          ['KongLicense', 'konglicenses', 'cluster'],
          ['KongVault', 'kongvaults', 'cluster'],
        ],
      }),
    ],
  },
  {
    name: 'envoy-gateway',
    apis: defineApis({
      group: 'gateway.envoyproxy.io',
      versions: ['v1alpha1'],
      rows: [
        ['Backend', 'backends'],
        ['BackendTrafficPolicy', 'backendtrafficpolicies'],
        ['ClientTrafficPolicy', 'clienttrafficpolicies'],
        ['EnvoyExtensionPolicy', 'envoyextensionpolicies'],
        ['EnvoyPatchPolicy', 'envoypatchpolicies'],
        ['EnvoyProxy', 'envoyproxies'],
        ['HTTPRouteFilter', 'httproutefilters'],
        ['SecurityPolicy', 'securitypolicies'],
      ],
    }),
  },
  {
    name: 'kgateway',
    apis: defineApis({
      group: 'gateway.kgateway.dev',
      versions: ['v1alpha1'],
      rows: [
        ['BackendConfigPolicy', 'backendconfigpolicies'],
        ['Backend', 'backends'],
        ['DirectResponse', 'directresponses'],
        ['GatewayExtension', 'gatewayextensions'],
        ['GatewayParameters', 'gatewayparameters'],
        ['HTTPListenerPolicy', 'httplistenerpolicies'],
        ['TrafficPolicy', 'trafficpolicies'],
      ],
    }),
  },
  {
    name: 'haproxy',
    apis: [
      ...defineApis({
        group: 'ingress.v1.haproxy.org',
        versions: ['v1'],
        rows: [
          ['Backend', 'backends'],
          ['Defaults', 'defaults'],
          ['Global', 'globals'],
          ['TCP', 'tcps'],
        ],
      }),
      ...defineApis({
        group: 'ingress.v3.haproxy.org',
        versions: ['v3'],
        rows: [
          ['Backend', 'backends'],
          ['Defaults', 'defaults'],
          ['Global', 'globals'],
          ['TCP', 'tcps'],
        ],
      }),
    ],
  },
];
