import { PatternId } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { gatewayObjects } from './gatewayObjects';
import { networkPolicies, podsOf, PolicySource } from './networkPolicies';
import { PatternInputs } from './PatternInputs';
import { labelsFor, probeSeconds, selectorOf } from './workload';

/** What a pattern adds to the workload, and who its network policy lets in. */
export interface PatternObjects {
  service: KubernetesObject[];
  /** Gateway, routes and the policies on them; none for what has no gateway. */
  gateway: KubernetesObject[];
  networkPolicy: KubernetesObject[];
}

const internal = {
  'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
};

/** The objects of each pattern. */
export const patternObjects: Record<
  PatternId,
  (inputs: PatternInputs) => PatternObjects
> = {
  'app-routing-public': inputs =>
    behindGateway(
      inputs,
      gatewayObjects(inputs, { className: 'approuting-istio' }),
    ),
  'app-routing-internal': inputs =>
    behindGateway(
      inputs,
      gatewayObjects(inputs, {
        className: 'approuting-istio',
        infrastructure: internal,
      }),
    ),
  'application-gateway-for-containers': applicationGateway,
  'front-door-private-link': inputs =>
    behindGateway(
      inputs,
      gatewayObjects(inputs, {
        className: 'approuting-istio',
        infrastructure: { ...internal, ...privateLink(inputs) },
      }),
    ),
  'mesh-gateway': mesh,
  'cluster-only': inputs => ({
    service: [serviceFor(inputs)],
    gateway: [],
    networkPolicy: networkPolicies(
      inputs,
      // A rule with no sources at all lets everybody in, so nobody named means the namespace itself.
      inputs.callers?.length
        ? inputs.callers.map(podsOf)
        : [{ podSelector: {} }],
    ),
  }),
  'layer-4': layer4,
};

function serviceFor(
  inputs: PatternInputs,
  options: {
    spec?: object;
    annotations?: Record<string, string>;
    port?: number;
  } = {},
): KubernetesObject {
  const { name, namespace } = inputs;
  const { spec, annotations, port = 80 } = options;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace,
      labels: labelsFor(inputs),
      ...(annotations && { annotations }),
    },
    spec: {
      type: 'ClusterIP',
      selector: selectorOf(inputs),
      ports: [{ name: 'app', port, targetPort: 'app' }],
      ...spec,
    },
  };
}

/** The proxy of a Gateway runs in the namespace of the Gateway, which is the service's own. */
function behindGateway(
  inputs: PatternInputs,
  gateway: KubernetesObject[],
  furtherEgress: readonly Record<string, unknown>[] = [],
): PatternObjects {
  return {
    service: [serviceFor(inputs)],
    gateway,
    networkPolicy: [
      ...networkPolicies(
        inputs,
        [gatewayPods(inputs), ...(inputs.callers ?? []).map(podsOf)],
        furtherEgress,
      ),
      gatewayPolicy(inputs),
    ],
  };
}

function gatewayPods({ name }: PatternInputs): PolicySource {
  return {
    podSelector: {
      matchLabels: { 'gateway.networking.k8s.io/gateway-name': name },
    },
  };
}

/** The namespace denies by default, so the gateway's pods need openings too. */
function gatewayPolicy(inputs: PatternInputs): KubernetesObject {
  const { name, namespace } = inputs;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: `${name}-gateway`,
      namespace,
      labels: labelsFor(inputs),
    },
    spec: {
      ...gatewayPods(inputs),
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{}],
      egress: [{}],
    },
  };
}

function applicationGateway(inputs: PatternInputs): PatternObjects {
  const { name, namespace, applicationLoadBalancer, firewallPolicyId } = inputs;
  return {
    service: [serviceFor(inputs)],
    gateway: [
      ...gatewayObjects(inputs, {
        className: 'azure-alb-external',
        annotations: {
          'alb.networking.azure.io/alb-name': applicationLoadBalancer!.name,
          'alb.networking.azure.io/alb-namespace':
            applicationLoadBalancer!.namespace,
        },
      }),
      healthCheck(inputs),
      ...(firewallPolicyId === undefined
        ? []
        : [
            {
              apiVersion: 'alb.networking.azure.io/v1',
              kind: 'WebApplicationFirewallPolicy',
              metadata: { name, namespace, labels: labelsFor(inputs) },
              spec: {
                targetRef: {
                  group: 'gateway.networking.k8s.io',
                  kind: 'Gateway',
                  name,
                  namespace,
                },
                webApplicationFirewall: { id: firewallPolicyId },
              },
            },
          ]),
    ],
    // Its proxies run in the delegated subnet, whose range is not known here.
    networkPolicy: networkPolicies(inputs, 'anywhere'),
  };
}

/**
 * The gateway sends traffic only to pods that answer it. Without a path of its own any answer below 500 of the root
 * proves that the service is there, as the connection does that makes its pods ready.
 */
function healthCheck(inputs: PatternInputs): KubernetesObject {
  const { name, namespace, port, healthPath } = inputs;
  return {
    apiVersion: 'alb.networking.azure.io/v1',
    kind: 'HealthCheckPolicy',
    metadata: { name, namespace, labels: labelsFor(inputs) },
    spec: {
      targetRef: { group: '', kind: 'Service', name, namespace },
      default: {
        interval: `${probeSeconds}s`,
        timeout: '3s',
        healthyThreshold: 1,
        unhealthyThreshold: 3,
        port,
        http: {
          path: healthPath ?? '/',
          match: {
            statusCodes: [
              { start: 200, end: healthPath === undefined ? 499 : 399 },
            ],
          },
        },
      },
    },
  };
}

/**
 * Front Door calls from a subscription of Microsoft, so the private link is to be seen from all of them; who sees it still
 * needs an approval.
 */
function privateLink({
  name,
  privateLinkSubnet,
  privateLinkAutoApproval = [],
}: PatternInputs): Record<string, string> {
  const prefix = 'service.beta.kubernetes.io/azure-pls';
  return {
    [`${prefix}-create`]: 'true',
    [`${prefix}-name`]: `pls-${name}`,
    [`${prefix}-visibility`]: '*',
    ...(privateLinkSubnet !== undefined && {
      [`${prefix}-ip-configuration-subnet`]: privateLinkSubnet,
    }),
    ...(privateLinkAutoApproval.length > 0 && {
      [`${prefix}-auto-approval`]: privateLinkAutoApproval.join(' '),
    }),
  };
}

function mesh(inputs: PatternInputs): PatternObjects {
  const { name, namespace, exposure } = inputs;
  const behind = behindGateway(
    inputs,
    gatewayObjects(inputs, {
      className: 'istio',
      ...(exposure === 'internal' && { infrastructure: internal }),
    }),
    // Without its control plane a sidecar gets neither certificate nor configuration, and the pod is never ready.
    [
      {
        to: [podsOf('aks-istio-system')],
        ports: [{ protocol: 'TCP', port: 15012 }],
      },
    ],
  );
  const metadata = { name, namespace, labels: labelsFor(inputs) };
  return {
    ...behind,
    gateway: [
      ...behind.gateway,
      {
        apiVersion: 'security.istio.io/v1',
        kind: 'PeerAuthentication',
        metadata,
        spec: { mtls: { mode: 'STRICT' } },
      },
      {
        apiVersion: 'security.istio.io/v1',
        kind: 'AuthorizationPolicy',
        metadata,
        spec: {
          selector: { matchLabels: selectorOf(inputs) },
          action: 'ALLOW',
          rules: [
            {
              from: [
                {
                  source: {
                    principals: [
                      `cluster.local/ns/${namespace}/sa/${name}-istio`,
                    ],
                  },
                },
                ...(inputs.callers?.length
                  ? [{ source: { namespaces: [...inputs.callers] } }]
                  : []),
              ],
            },
          ],
        },
      },
    ],
  };
}

function layer4(inputs: PatternInputs): PatternObjects {
  const { exposure, port, sourceRanges = [] } = inputs;
  const isPublic = exposure === 'public';
  return {
    service: [
      serviceFor(inputs, {
        port,
        ...(!isPublic && { annotations: internal }),
        spec: {
          type: 'LoadBalancer',
          externalTrafficPolicy: 'Local',
          ...(isPublic && { loadBalancerSourceRanges: [...sourceRanges] }),
        },
      }),
    ],
    gateway: [],
    networkPolicy: networkPolicies(inputs, 'anywhere'),
  };
}
