import { advancedPolicySupport } from './advanced-policy-support';
import { apiServerAccess } from './api-server-access';
import { appRoutingNginxRetirement } from './app-routing-nginx-retirement';
import { applicationGatewayV1Retirement } from './application-gateway-v1-retirement';
import { availabilitySetRetirement } from './availability-set-retirement';
import { basicLoadBalancerRetirement } from './basic-load-balancer-retirement';
import { certificateSource } from './certificate-source';
import { classConflict } from './class-conflict';
import { clientAddressLost } from './client-address-lost';
import { controllerAutoscaling } from './controller-autoscaling';
import { controllerCapacity } from './controller-capacity';
import { controllerConflict } from './controller-conflict';
import { controllerDisruptionBudget } from './controller-disruption-budget';
import { controllerReplicas } from './controller-replicas';
import { controllerZoneSpread } from './controller-zone-spread';
import { controllerZones } from './controller-zones';
import { Rule } from './createRule';
import { defaultIngressClass } from './default-ingress-class';
import { defaultOutboundAccessRetirement } from './default-outbound-access-retirement';
import { egressAddressOwnership } from './egress-address-ownership';
import { egressContradiction } from './egress-contradiction';
import { egressControl } from './egress-control';
import { exposureMismatch } from './exposure-mismatch';
import { externalIpsDeprecation } from './external-ips-deprecation';
import { frontDoorClassicRetirement } from './front-door-classic-retirement';
import { gatewayApiAlphaDeprecation } from './gateway-api-alpha-deprecation';
import { gatewayConditions } from './gateway-conditions';
import { httpApplicationRoutingRetirement } from './http-application-routing-retirement';
import { httpLoadBalancer } from './http-load-balancer';
import { ingressNginxRetirement } from './ingress-nginx-retirement';
import { ingressNginxVersion } from './ingress-nginx-version';
import { intendedExposure } from './intended-exposure';
import { istioRevisionSupport } from './istio-revision-support';
import { kubenetRetirement } from './kubenet-retirement';
import { kubernetesVersionSupport } from './kubernetes-version-support';
import { legacyAnnotations } from './legacy-annotations';
import { loadBalancerSourceRanges } from './load-balancer-source-ranges';
import { managedNatGatewayV2Retirement } from './managed-nat-gateway-v2-retirement';
import { meshMtls } from './mesh-mtls';
import { networkPolicyCoverage } from './network-policy-coverage';
import { networkPolicyManagerLinuxRetirement } from './network-policy-manager-linux-retirement';
import { networkPolicyManagerWindowsRetirement } from './network-policy-manager-windows-retirement';
import { nodeExposure } from './node-exposure';
import { nodePoolZones } from './node-pool-zones';
import { openServiceMeshRetirement } from './open-service-mesh-retirement';
import { orphanedClass } from './orphaned-class';
import { outboundCapacity } from './outbound-capacity';
import { passthroughClientIp } from './passthrough-client-ip';
import { privateEndpointDns } from './private-endpoint-dns';
import { privateLinkSubnet } from './private-link-subnet';
import { publicWithoutTls } from './public-without-tls';
import { riskyAnnotations } from './risky-annotations';
import { serviceResilience } from './service-resilience';
import { unattachedRoute } from './unattached-route';
import { webApplicationFirewall } from './web-application-firewall';

/** Every rule. A new one is a file beside this one, a line here, a line in `severities` and a page in `docs/rules`. */
export const rules: readonly Rule[] = [
  advancedPolicySupport,
  apiServerAccess,
  appRoutingNginxRetirement,
  applicationGatewayV1Retirement,
  availabilitySetRetirement,
  basicLoadBalancerRetirement,
  certificateSource,
  classConflict,
  clientAddressLost,
  controllerAutoscaling,
  controllerCapacity,
  controllerConflict,
  controllerDisruptionBudget,
  controllerReplicas,
  controllerZoneSpread,
  controllerZones,
  defaultIngressClass,
  defaultOutboundAccessRetirement,
  egressAddressOwnership,
  egressContradiction,
  egressControl,
  exposureMismatch,
  externalIpsDeprecation,
  frontDoorClassicRetirement,
  gatewayApiAlphaDeprecation,
  gatewayConditions,
  httpApplicationRoutingRetirement,
  httpLoadBalancer,
  ingressNginxRetirement,
  ingressNginxVersion,
  intendedExposure,
  istioRevisionSupport,
  kubenetRetirement,
  kubernetesVersionSupport,
  legacyAnnotations,
  loadBalancerSourceRanges,
  managedNatGatewayV2Retirement,
  meshMtls,
  networkPolicyCoverage,
  networkPolicyManagerLinuxRetirement,
  networkPolicyManagerWindowsRetirement,
  nodeExposure,
  nodePoolZones,
  openServiceMeshRetirement,
  orphanedClass,
  outboundCapacity,
  passthroughClientIp,
  privateEndpointDns,
  privateLinkSubnet,
  publicWithoutTls,
  riskyAnnotations,
  serviceResilience,
  unattachedRoute,
  webApplicationFirewall,
];
