import { MigrationTarget } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { Certificate, HostPlan } from '../ingress/hostPlans';
import { RouteFields } from '../rules/RouteRule';
import { EmitContext } from './EmitContext';

/** The classes that AKS gives its implementations. */
export const gatewayClasses: Record<MigrationTarget, string> = {
  'app-routing-gateway-api': 'approuting-istio',
  'application-gateway-for-containers': 'azure-alb-external',
  istio: 'istio',
};

/** Name of the listener that takes plain requests. */
export const plainListener = 'http';

/** A Gateway takes 64 listeners; each host has one, and one is for plain requests. */
export const hostsOfGateway = 60;

/** Name of the listener for TLS of a host. */
export function tlsListener({ name, passthrough }: HostPlan): string {
  return `${passthrough ? 'tls' : 'https'}-${name}`;
}

/** The Gateway for some hosts. */
export function gatewayFor(
  plans: readonly HostPlan[],
  context: EmitContext,
): KubernetesObject {
  const { gateway, target } = context;
  const namespaces = [
    ...new Set(
      plans.flatMap(({ rules }) => rules.map(({ source }) => source.namespace)),
    ),
  ].sort();
  const allowedRoutes = {
    namespaces:
      namespaces.length === 1 && namespaces[0] === gateway.namespace
        ? { from: 'Same' }
        : {
            from: 'Selector',
            selector: {
              matchExpressions: [
                {
                  key: 'kubernetes.io/metadata.name',
                  operator: 'In',
                  values: namespaces,
                },
              ],
            },
          },
  };
  const annotations = loadBalancerAnnotations(context);
  const infrastructure = infrastructureOf(context);
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { ...gateway, ...(annotations && { annotations }) },
    spec: {
      gatewayClassName: gatewayClasses[target],
      ...(infrastructure && { infrastructure }),
      listeners: [
        {
          name: plainListener,
          port: 80,
          protocol: 'HTTP',
          allowedRoutes,
        },
        ...plans.flatMap(plan => listenersOf(plan, allowedRoutes, context)),
      ],
    },
  };
}

function listenersOf(
  plan: HostPlan,
  allowedRoutes: RouteFields,
  context: EmitContext,
): RouteFields[] {
  const { host, isTls, passthrough } = plan;
  const common = {
    name: tlsListener(plan),
    port: 443,
    ...(host !== undefined && { hostname: host }),
  };
  if (passthrough) {
    return [
      {
        ...common,
        protocol: 'TLS',
        tls: { mode: 'Passthrough' },
        allowedRoutes: { ...allowedRoutes, kinds: [{ kind: 'TLSRoute' }] },
      },
    ];
  }
  return isTls
    ? [
        {
          ...common,
          protocol: 'HTTPS',
          tls: {
            mode: 'Terminate',
            ...certificateFields(plan, context),
          },
          allowedRoutes,
        },
      ]
    : [];
}

function certificateFields(
  { name, certificate }: HostPlan,
  { gateway, target }: EmitContext,
): RouteFields {
  const isInKeyVault =
    certificate !== undefined && 'keyVaultUri' in certificate;
  if (isInKeyVault && target !== 'application-gateway-for-containers') {
    return {
      options: {
        'kubernetes.azure.com/tls-cert-keyvault-uri': certificate.keyVaultUri,
        ...(certificate.serviceAccount !== undefined && {
          'kubernetes.azure.com/tls-cert-service-account':
            certificate.serviceAccount,
        }),
      },
    };
  }
  const { secret, namespace } = secretOf(certificate);
  return {
    certificateRefs: [
      {
        kind: 'Secret',
        name: secret ?? `${name}-tls`,
        ...(secret !== undefined &&
          namespace !== gateway.namespace && { namespace }),
      },
    ],
  };
}

/** The Secret of a certificate; none where it has to be made. */
export function secretOf(certificate: Certificate | undefined): {
  secret?: string;
  namespace?: string;
} {
  if (!certificate) {
    return {};
  }
  const { namespace } = certificate;
  return 'secret' in certificate
    ? certificate
    : { secret: certificate.copy, namespace };
}

function loadBalancerAnnotations({
  target,
  loadBalancer,
}: EmitContext): Record<string, string> | undefined {
  return target === 'application-gateway-for-containers' && loadBalancer
    ? {
        'alb.networking.azure.io/alb-name': loadBalancer.name,
        'alb.networking.azure.io/alb-namespace': loadBalancer.namespace,
      }
    : undefined;
}

function infrastructureOf({
  target,
  internal,
}: EmitContext): RouteFields | undefined {
  return internal && target !== 'application-gateway-for-containers'
    ? {
        annotations: {
          'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
        },
      }
    : undefined;
}
