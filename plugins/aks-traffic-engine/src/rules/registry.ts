import { appRoutingNginxRetirement } from './app-routing-nginx-retirement';
import { applicationGatewayV1Retirement } from './application-gateway-v1-retirement';
import { availabilitySetRetirement } from './availability-set-retirement';
import { basicLoadBalancerRetirement } from './basic-load-balancer-retirement';
import { classConflict } from './class-conflict';
import { controllerConflict } from './controller-conflict';
import { Rule } from './createRule';
import { defaultOutboundAccessRetirement } from './default-outbound-access-retirement';
import { egressContradiction } from './egress-contradiction';
import { exposureMismatch } from './exposure-mismatch';
import { externalIpsDeprecation } from './external-ips-deprecation';
import { frontDoorClassicRetirement } from './front-door-classic-retirement';
import { httpApplicationRoutingRetirement } from './http-application-routing-retirement';
import { ingressNginxRetirement } from './ingress-nginx-retirement';
import { istioRevisionSupport } from './istio-revision-support';
import { kubenetRetirement } from './kubenet-retirement';
import { kubernetesVersionSupport } from './kubernetes-version-support';
import { legacyAnnotations } from './legacy-annotations';
import { networkPolicyManagerLinuxRetirement } from './network-policy-manager-linux-retirement';
import { networkPolicyManagerWindowsRetirement } from './network-policy-manager-windows-retirement';
import { openServiceMeshRetirement } from './open-service-mesh-retirement';
import { orphanedClass } from './orphaned-class';
import { passthroughClientIp } from './passthrough-client-ip';
import { unattachedRoute } from './unattached-route';

/** Every rule. A new one is a file beside this one, a line here, a line in `severities` and a page in `docs/rules`. */
export const rules: readonly Rule[] = [
  appRoutingNginxRetirement,
  applicationGatewayV1Retirement,
  availabilitySetRetirement,
  basicLoadBalancerRetirement,
  classConflict,
  controllerConflict,
  defaultOutboundAccessRetirement,
  egressContradiction,
  exposureMismatch,
  externalIpsDeprecation,
  frontDoorClassicRetirement,
  httpApplicationRoutingRetirement,
  ingressNginxRetirement,
  istioRevisionSupport,
  kubenetRetirement,
  kubernetesVersionSupport,
  legacyAnnotations,
  networkPolicyManagerLinuxRetirement,
  networkPolicyManagerWindowsRetirement,
  openServiceMeshRetirement,
  orphanedClass,
  passthroughClientIp,
  unattachedRoute,
];
