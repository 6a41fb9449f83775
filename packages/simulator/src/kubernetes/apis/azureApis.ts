import type { ApiBundle } from './ApiBundle';
import { defineApis } from './defineApis';

/** Custom resources of AKS add-ons and of Azure's own controllers. */
export const azureApiBundles: ApiBundle[] = [
  {
    name: 'app-routing',
    apis: defineApis({
      group: 'approuting.kubernetes.azure.com',
      versions: ['v1alpha1'],
      rows: [
        ['ClusterExternalDNS', 'clusterexternaldnses', 'cluster'],
        ['DefaultDomainCertificate', 'defaultdomaincertificates'],
        ['ExternalDNS', 'externaldnses'],
        ['NginxIngressController', 'nginxingresscontrollers', 'cluster'],
      ],
    }),
  },
  {
    name: 'alb',
    apis: defineApis({
      group: 'alb.networking.azure.io',
      versions: ['v1'],
      rows: [
        ['ApplicationLoadBalancer', 'applicationloadbalancers'],
        ['BackendLoadBalancingPolicy', 'backendloadbalancingpolicies'],
        ['BackendTLSPolicy', 'backendtlspolicies'],
        ['FrontendTLSPolicy', 'frontendtlspolicies'],
        ['HealthCheckPolicy', 'healthcheckpolicies'],
        ['IngressExtension', 'ingressextensions'],
        ['RoutePolicy', 'routepolicies'],
        ['WebApplicationFirewallPolicy', 'webapplicationfirewallpolicies'],
      ],
    }),
  },
  {
    name: 'agic',
    apis: [
      ...defineApis({
        group: 'appgw.ingress.azure.io',
        versions: ['v1beta1'],
        rows: [
          ['AzureApplicationGatewayRewrite', 'azureapplicationgatewayrewrites'],
        ],
      }),
      ...defineApis({
        group: 'appgw.ingress.k8s.io',
        versions: ['v1'],
        rows: [
          ['AzureIngressProhibitedTarget', 'azureingressprohibitedtargets'],
        ],
      }),
    ],
  },
  {
    name: 'static-egress-gateway',
    apis: defineApis({
      group: 'egressgateway.kubernetes.azure.com',
      versions: ['v1alpha1'],
      rows: [
        ['GatewayLBConfiguration', 'gatewaylbconfigurations'],
        ['GatewayStatus', 'gatewaystatuses'],
        ['GatewayVMConfiguration', 'gatewayvmconfigurations'],
        ['PodEndpoint', 'podendpoints'],
        ['StaticGatewayConfiguration', 'staticgatewayconfigurations'],
      ],
    }),
  },
  {
    name: 'secrets-store',
    apis: defineApis({
      group: 'secrets-store.csi.x-k8s.io',
      versions: ['v1', 'v1alpha1'],
      rows: [
        ['SecretProviderClass', 'secretproviderclasses'],
        ['SecretProviderClassPodStatus', 'secretproviderclasspodstatuses'],
      ],
    }),
  },
  {
    name: 'cilium',
    apis: defineApis({
      group: 'cilium.io',
      versions: ['v2'],
      rows: [
        [
          'CiliumClusterwideNetworkPolicy',
          'ciliumclusterwidenetworkpolicies',
          'cluster',
        ],
        ['CiliumEndpoint', 'ciliumendpoints'],
        ['CiliumIdentity', 'ciliumidentities', 'cluster'],
        ['CiliumNetworkPolicy', 'ciliumnetworkpolicies'],
        ['CiliumNode', 'ciliumnodes', 'cluster'],
      ],
    }),
  },
];
