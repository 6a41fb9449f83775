import { KubernetesObject } from '../../../model/observation';
import { IngressSource } from '../../ingress/IngressSource';
import { isPreciseHostname } from '../../rules/fieldValues';
import { RouteRule, RuleBackend } from '../../rules/RouteRule';
import { EmitContext } from '../EmitContext';
import { shortened } from '../names';

/** Protocols that NGINX speaks to backends over TLS. */
const overTls = new Set(['HTTPS', 'GRPCS']);

/** What makes the target speak TLS to backends, where `backend-protocol` asks NGINX to. */
export function backendTlsPolicies(
  rules: readonly RouteRule[],
  context: EmitContext,
): KubernetesObject[] {
  const found = new Map<string, KubernetesObject>();
  for (const { source, backends } of rules) {
    const protocol = (source.nginx.get('backend-protocol') ?? '')
      .trim()
      .toUpperCase();
    if (overTls.has(protocol)) {
      for (const backend of backends) {
        const policy = policyFor(source, backend, context);
        if (policy) {
          const key = `${backend.namespace}/${backend.service}`;
          found.set(key, withPortsOf(found.get(key), policy));
        }
      }
    }
    if (protocol === 'FCGI') {
      context.note(
        source,
        'decide',
        'backend-protocol',
        'No Gateway speaks FastCGI: put a web server between the Gateway and the service. The route sends it HTTP.',
      );
    }
    if (protocol.startsWith('GRPC')) {
      context.note(
        source,
        'decide',
        'backend-protocol',
        'A Gateway learns that a backend speaks gRPC from its Service: set appProtocol kubernetes.io/h2c on the port (or https for TLS), and see that clients and the listener speak HTTP/2.',
      );
    }
  }
  return [...found.values()];
}

function policyFor(
  source: IngressSource,
  backend: RuleBackend,
  context: EmitContext,
): KubernetesObject | undefined {
  const name = serverName(source, backend, context);
  switch (context.target) {
    case 'istio':
      return destinationRuleTls(source, backend, name, context);
    case 'application-gateway-for-containers':
      return albPolicy(source, backend, name, context);
    default:
      return gatewayApiPolicy(source, backend, name, context);
  }
}

/** A policy of Application Gateway for Containers is for the ports that it names, and one is taken for a Service. */
function withPortsOf(
  before: KubernetesObject | undefined,
  policy: KubernetesObject,
): KubernetesObject {
  const spec = policy.spec as { default?: { ports: { port: number }[] } };
  const known = (before?.spec as typeof spec | undefined)?.default?.ports ?? [];
  if (!spec.default || known.length === 0) {
    return policy;
  }
  const ports = new Set(
    [...known, ...spec.default.ports].map(each => each.port),
  );
  return {
    ...policy,
    spec: {
      ...spec,
      default: { ...spec.default, ports: [...ports].map(port => ({ port })) },
    },
  };
}

/** NGINX sends the name that it is told, and verifies nothing unless it is told to. */
function serverName(
  source: IngressSource,
  { service, namespace }: RuleBackend,
  context: EmitContext,
): string {
  const { nginx } = source;
  const name = (nginx.get('proxy-ssl-name') ?? '').toLowerCase();
  if (isPreciseHostname(name)) {
    return name;
  }
  const fallback = `${service}.${namespace}.svc`;
  if (name !== '') {
    context.note(
      source,
      'decide',
      'proxy-ssl-name',
      `${name} has variables or is no host name, so the backend is asked for as ${fallback}.`,
    );
  }
  return fallback;
}

function gatewayApiPolicy(
  source: IngressSource,
  { service, namespace }: RuleBackend,
  hostname: string,
  context: EmitContext,
): KubernetesObject | undefined {
  if (!context.hasAks('1.35')) {
    context.note(
      source,
      'decide',
      'backend-protocol',
      `TLS to ${service} needs BackendTLSPolicy, which the Gateway API has from AKS 1.35 on, and the version of the cluster is lower or not known: without it the Gateway speaks plain HTTP to a backend that expects TLS. Upgrade first, or choose another target.`,
    );
    return undefined;
  }
  context.note(
    source,
    'decide',
    'backend-protocol',
    `The certificate of ${service} is verified from now on, against the public authorities and the name ${hostname}; NGINX did not look. Name a ConfigMap with your own authority under caCertificateRefs if it is not public.`,
  );
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'BackendTLSPolicy',
    metadata: { name: shortened(`${service}-tls`), namespace },
    spec: {
      targetRefs: [{ group: '', kind: 'Service', name: service }],
      validation: { hostname, wellKnownCACertificates: 'System' },
    },
  };
}

function albPolicy(
  source: IngressSource,
  { service, namespace, port }: RuleBackend,
  sni: string,
  context: EmitContext,
): KubernetesObject {
  context.note(
    source,
    'check',
    'backend-protocol',
    `Application Gateway for Containers speaks TLS to ${service} with the name ${sni} and does not verify its certificate, as NGINX did not; add verify with an authority to have it verified.`,
  );
  return {
    apiVersion: 'alb.networking.azure.io/v1',
    kind: 'BackendTLSPolicy',
    metadata: { name: shortened(`${service}-tls`), namespace },
    spec: {
      targetRef: { group: '', kind: 'Service', name: service, namespace },
      default: { sni, ports: [{ port }] },
    },
  };
}

function destinationRuleTls(
  source: IngressSource,
  { service, namespace }: RuleBackend,
  sni: string,
  context: EmitContext,
): KubernetesObject {
  // Istio verifies against the public authorities unless it is told not to; a certificate of one's own would fail.
  const isVerified = source.nginx.get('proxy-ssl-verify')?.trim() === 'on';
  context.note(
    source,
    'check',
    'backend-protocol',
    isVerified
      ? `The gateway speaks TLS to ${service} with the name ${sni} and verifies its certificate against the public authorities; add caCertificates to the DestinationRule if yours is not public.`
      : `The gateway speaks TLS to ${service} with the name ${sni} and does not verify its certificate, as NGINX did not; take insecureSkipVerify out of the DestinationRule and add caCertificates to have it verified.`,
  );
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name: shortened(`${service}-tls`), namespace },
    spec: {
      host: `${service}.${namespace}.svc.cluster.local`,
      trafficPolicy: {
        tls: {
          mode: 'SIMPLE',
          sni,
          ...(!isVerified && { insecureSkipVerify: true }),
        },
      },
    },
  };
}
