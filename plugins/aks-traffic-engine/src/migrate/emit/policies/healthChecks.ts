import { KubernetesObject } from '../../../model/observation';
import { textField } from '../../../objects/field';
import { groupOf, namespaceOf } from '../../../objects/metadata';
import { IngressSource } from '../../ingress/IngressSource';
import { gatewayProbe } from '../../ingress/gatewayProbe';
import { PodProbe, probeOfService } from '../../ingress/podProbes';
import { RouteRule } from '../../rules/RouteRule';
import { EmitContext } from '../EmitContext';
import { shortened } from '../names';

const about = 'health-probe';

/**
 * How Application Gateway for Containers learns which pods are well, where the input says how they are probed today. It
 * sends probes to every backend, which NGINX does not, and traffic only where they succeed.
 *
 * Source: Custom health probe for Azure Application Gateway for Containers, Microsoft Learn.
 */
export function healthCheckPolicies(
  rules: readonly RouteRule[],
  context: EmitContext,
): KubernetesObject[] {
  if (context.target !== 'application-gateway-for-containers') {
    return [];
  }
  const services = new Map<string, Probed>();
  for (const { source, backends } of rules) {
    for (const { service, namespace } of backends) {
      const key = `${namespace}/${service}`;
      services.set(key, services.get(key) ?? { source, service, namespace });
    }
  }
  const unknown: Probed[] = [];
  const policies = [...services.values()].flatMap(probed => {
    const policy = policyOf(probed, context);
    if (policy === 'unknown') {
      unknown.push(probed);
      return [];
    }
    return policy ?? [];
  });
  sayWhatIsUnknown(unknown, context);
  return policies;
}

/** A probe as it is written: what is not stated is up to the gateway. */
type ProbeToWrite = Omit<PodProbe, 'port' | 'isTls' | 'headers'> & {
  port?: number;
  isTls?: boolean;
  statusCodes?: { start: number; end: number }[];
};

/** A Service that is probed, and the first Ingress that leads to it. */
interface Probed {
  source: IngressSource;
  service: string;
  namespace: string;
}

function policyOf(
  probed: Probed,
  context: EmitContext,
): KubernetesObject | 'unknown' | undefined {
  const { source, service, namespace } = probed;
  const own = ownPolicy(probed, context);
  if (own !== undefined) {
    context.note(
      source,
      'done',
      about,
      `HealthCheckPolicy ${own} says how ${service} is probed.`,
    );
    return undefined;
  }
  const stated = gatewayProbe(source);
  if (stated !== undefined) {
    return policyObject(probed, stated);
  }
  const finding = probeOfService(
    context.service(namespace, service),
    context.objects,
  );
  if (finding.kind === 'unknown' || finding.kind === 'none') {
    return 'unknown';
  }
  const { owner, field } = finding;
  if (finding.kind === 'other') {
    context.note(
      source,
      'decide',
      about,
      finding.how === 'not shown'
        ? `${owner.kind} ${owner.name} has a ${field} whose details are not in what was read. Application Gateway for Containers uses it by itself where it asks by HTTP or gRPC; write a HealthCheckPolicy for ${service} otherwise.`
        : `The ${field} of ${owner.kind} ${owner.name} is ${finding.how}, which Application Gateway for Containers cannot send: it asks by HTTP for / on the port of ${service} then, and sends no traffic where that fails. Write a HealthCheckPolicy with a path that answers, or give the pods a readinessProbe with httpGet.`,
    );
    return undefined;
  }
  const { probe } = finding;
  context.note(
    source,
    'check',
    about,
    `A HealthCheckPolicy has ${service} asked as the ${field} of ${
      owner.kind
    } ${owner.name} asks its pods: ${
      probe.protocol === 'http' ? `${probe.path} by HTTP` : 'by gRPC'
    } on port ${probe.port}, every ${probe.seconds.interval} seconds.${
      probe.headers.length > 0
        ? ` It sends no other headers: ${probe.headers.join(
            ', ',
          )} are left out.`
        : ''
    }${
      source.served.isNginx ? ' NGINX sent no probes.' : ''
    } See that network policies let them in from the subnet of the gateway.`,
  );
  return policyObject(probed, probe);
}

function policyObject(
  { service, namespace }: Probed,
  probe: ProbeToWrite,
): KubernetesObject {
  const { protocol, path, host, port, isTls, seconds, thresholds } = probe;
  return {
    apiVersion: 'alb.networking.azure.io/v1',
    kind: 'HealthCheckPolicy',
    metadata: { name: shortened(`${service}-health`), namespace },
    spec: {
      targetRef: { group: '', kind: 'Service', name: service, namespace },
      default: {
        interval: `${seconds.interval}s`,
        timeout: `${seconds.timeout}s`,
        healthyThreshold: thresholds.healthy,
        unhealthyThreshold: thresholds.unhealthy,
        ...(port !== undefined && { port }),
        ...(protocol === 'grpc'
          ? {
              grpc:
                probe.service === undefined ? {} : { service: probe.service },
            }
          : {
              http: {
                ...(host !== undefined && { host }),
                path,
                match: {
                  // What the kubelet takes for success.
                  statusCodes: probe.statusCodes ?? [{ start: 200, end: 399 }],
                },
              },
              ...(isTls !== undefined && { useTLS: isTls }),
            }),
      },
    },
  };
}

/** A policy for the Service that is there already. */
function ownPolicy(
  { service, namespace }: Probed,
  { objects }: EmitContext,
): string | undefined {
  return objects.find(
    object =>
      object.kind === 'HealthCheckPolicy' &&
      groupOf(object) === 'alb.networking.azure.io' &&
      textField(object, 'spec.targetRef.kind') === 'Service' &&
      textField(object, 'spec.targetRef.name') === service &&
      (textField(object, 'spec.targetRef.namespace') ?? namespaceOf(object)) ===
        namespace,
  )?.metadata.name;
}

function sayWhatIsUnknown(
  unknown: readonly Probed[],
  context: EmitContext,
): void {
  if (unknown.length === 0) {
    return;
  }
  context.note(
    unknown[0].source,
    'check',
    about,
    `Application Gateway for Containers sends probes to every backend, which NGINX does not, and traffic only where they succeed: by the HealthCheckPolicy of the Service, else by the readiness probe of its pods, else by a default probe. Check that the pods of ${unknown
      .map(({ service }) => service)
      .join(
        ', ',
      )} have a readiness probe, or write a HealthCheckPolicy for them. One is written where the Service and its Deployment are given together with the Ingress.`,
  );
}
