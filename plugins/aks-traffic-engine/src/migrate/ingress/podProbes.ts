import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { field, listField, numberField, textField } from '../../objects/field';
import { matchesLabels } from '../../objects/labelSelector';
import { namespaceOf, referenceOf } from '../../objects/metadata';

/** A probe of pods that a gateway outside of the cluster could send too. */
export interface PodProbe {
  /** Whether it is asked by HTTP or by the health protocol of gRPC. */
  protocol: 'http' | 'grpc';
  /** Path of HTTP. */
  path: string;
  /** Header Host of HTTP; that of the one who probes when absent. */
  host?: string;
  /** Name of the service that gRPC is asked about; the whole server when absent. */
  service?: string;
  port: number;
  isTls: boolean;
  seconds: { interval: number; timeout: number };
  thresholds: { healthy: number; unhealthy: number };
  /** Names of headers that it sends besides Host. */
  headers: string[];
}

/** What is known of how the pods of a Service are probed. */
export type ProbeFinding =
  | { kind: 'probe'; owner: ObjectRef; field: ProbeField; probe: PodProbe }
  /** There is one that nobody but the kubelet can send, or whose details are not there. */
  | { kind: 'other'; owner: ObjectRef; field: ProbeField; how: string }
  /** The pods have none. */
  | { kind: 'none'; owner: ObjectRef }
  /** No workload, or several that are probed in different ways. */
  | { kind: 'unknown' };

type ProbeField = 'readinessProbe' | 'livenessProbe';

const workloads = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** How the pods behind a Service are probed, by the workloads among objects that its selector takes. */
export function probeOfService(
  service: KubernetesObject | undefined,
  objects: readonly KubernetesObject[],
): ProbeFinding {
  const selector = textEntries(field(service, 'spec.selector'));
  if (service === undefined || selector.size === 0) {
    return { kind: 'unknown' };
  }
  const found = objects
    .filter(
      object =>
        workloads.has(object.kind) &&
        namespaceOf(object) === namespaceOf(service) &&
        matchesLabels(
          selector,
          textEntries(field(object, 'spec.template.metadata.labels')),
        ),
    )
    .map(probeOfWorkload);
  const [first, ...others] = found;
  return first !== undefined &&
    others.every(other => howOf(other) === howOf(first))
    ? first
    : { kind: 'unknown' };
}

function howOf({
  owner: _,
  ...how
}: Exclude<ProbeFinding, { kind: 'unknown' }>) {
  return JSON.stringify(how);
}

function probeOfWorkload(
  object: KubernetesObject,
): Exclude<ProbeFinding, { kind: 'unknown' }> {
  const owner = referenceOf(object);
  const containers = listField(object, 'spec.template.spec.containers');
  for (const name of ['readinessProbe', 'livenessProbe'] as const) {
    for (const container of containers) {
      const value = field(container, name);
      if (value !== undefined) {
        const probe = readProbe(value, container);
        return typeof probe === 'string'
          ? { kind: 'other', owner, field: name, how: probe }
          : { kind: 'probe', owner, field: name, probe };
      }
    }
  }
  return { kind: 'none', owner };
}

function readProbe(value: unknown, container: unknown): PodProbe | string {
  const isHttp = field(value, 'httpGet') !== undefined;
  const isGrpc = field(value, 'grpc') !== undefined;
  if (!isHttp && !isGrpc) {
    return (
      ['tcpSocket', 'exec'].find(how => field(value, how) !== undefined) ??
      'not shown'
    );
  }
  const port = portOf(
    field(value, isHttp ? 'httpGet.port' : 'grpc.port'),
    container,
  );
  if (port === undefined) {
    return 'of a port that is not stated';
  }
  const headers = listField(value, 'httpGet.httpHeaders');
  const isHost = (header: unknown) =>
    textField(header, 'name')?.toLowerCase() === 'host';
  const host = textField(headers.find(isHost), 'value');
  const service = textField(value, 'grpc.service');
  return {
    protocol: isHttp ? 'http' : 'grpc',
    path: textField(value, 'httpGet.path') ?? '/',
    ...(host !== undefined && { host }),
    ...(service !== undefined && { service }),
    port,
    isTls: textField(value, 'httpGet.scheme') === 'HTTPS',
    seconds: {
      interval: numberField(value, 'periodSeconds') ?? 10,
      timeout: numberField(value, 'timeoutSeconds') ?? 1,
    },
    thresholds: {
      healthy: numberField(value, 'successThreshold') ?? 1,
      unhealthy: numberField(value, 'failureThreshold') ?? 3,
    },
    headers: headers
      .filter(header => !isHost(header))
      .flatMap(header => textField(header, 'name') ?? []),
  };
}

function portOf(port: unknown, container: unknown): number | undefined {
  const number =
    typeof port === 'string'
      ? numberField(
          listField(container, 'ports').find(
            each => textField(each, 'name') === port,
          ),
          'containerPort',
        )
      : port;
  return typeof number === 'number' && Number.isInteger(number) && number > 0
    ? number
    : undefined;
}

function textEntries(value: unknown): Map<string, string> {
  return new Map(
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        )
      : [],
  );
}
