import {
  Controller,
  IngressSystem,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';
import { AnalysisDraft, ServiceDraft } from '../../model/draft';
import { KubernetesObject } from '../../model/observation';
import { AssessmentInput } from '../../model/stages';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { compareText } from '../../objects/compareText';
import { field, textField, textMapField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import {
  labelOf,
  namespaceOf,
  referenceKey,
  referenceOf,
} from '../../objects/metadata';
import { serviceAddresses } from '../../objects/serviceAddresses';
import { GatewayWorkload } from './GatewayWorkload';
import { isManagedByAzure } from './isManagedByAzure';

const templateKinds = [kinds.deployment, kinds.daemonSet, kinds.statefulSet];

/** Systems whose controller carries the traffic itself; of others only what a load balancer leads to does. */
const selfCarrying: ReadonlySet<IngressSystem> = new Set<IngressSystem>([
  'ingress-nginx',
  'app-routing-nginx',
  'http-application-routing',
  'f5-nginx',
  'traefik',
  'haproxy',
]);

const gatewayLabels = [
  'gateway.networking.k8s.io/gateway-name',
  'gateway.envoyproxy.io/owning-gateway-name',
  'io.cilium.gateway/owning-gateway',
];

const remembered = new WeakMap<AnalysisDraft, readonly GatewayWorkload[]>();

/**
 * The workloads that carry traffic into a cluster, sorted by name: controllers that do so themselves, what a load
 * balancer of a controller leads to, and what was made for a Gateway. Control planes are not among them.
 */
export function gatewayWorkloads(
  input: AssessmentInput,
): readonly GatewayWorkload[] {
  const { draft, index } = input;
  const known = remembered.get(draft);
  if (known) {
    return known;
  }
  const fronts = frontsByWorkload(draft.services);
  const found = new Map<string, Found>();
  const add = (object: KubernetesObject, controller?: Controller) => {
    const key = referenceKey(referenceOf(object));
    const entry = found.get(key) ?? { object, controllers: [] };
    if (controller && !entry.controllers.includes(controller)) {
      entry.controllers.push(controller);
    }
    found.set(key, entry);
  };
  for (const controller of draft.controllers) {
    for (const object of ownWorkloads(index, controller)) {
      if (
        selfCarrying.has(controller.system) ||
        fronts.has(referenceKey(referenceOf(object)))
      ) {
        add(object, controller);
      }
    }
    for (const object of workloadsAtAddresses(draft.services, controller)) {
      add(object, controller);
    }
  }
  for (const object of madeForGateways(index)) {
    add(object);
  }
  const result = [...found]
    .sort(([left], [right]) => compareText(left, right))
    .map(([key, entry]) => describe(entry, fronts.get(key) ?? []));
  remembered.set(draft, result);
  return result;
}

/** The gateways that an entry point of a Service is reached through. */
export function gatewaysOf(
  service: ServiceDraft,
  input: AssessmentInput,
): GatewayWorkload[] {
  const entries = service.entryPoints.filter(
    ({ attached, resource }) =>
      attached !== false && resource.kind !== kinds.service.kind,
  );
  return gatewayWorkloads(input).filter(({ addresses, controllers }) =>
    entries.some(
      entry =>
        entry.addresses.some(address => addresses.has(address)) ||
        controllers.some(
          ({ name, system }) =>
            entry.controller === name && entry.system === system,
        ),
    ),
  );
}

/** Whether a Service stands in front of a gateway, rather than behind one. */
export function isGatewayService(
  service: ServiceDraft,
  input: AssessmentInput,
): boolean {
  const keys = new Set(
    gatewayWorkloads(input).map(({ reference }) => referenceKey(reference)),
  );
  return (
    isMadeForGateway(service.object) ||
    service.workloads.some(({ reference }) => keys.has(referenceKey(reference)))
  );
}

interface Found {
  object: KubernetesObject;
  controllers: Controller[];
}

function describe(
  { object, controllers }: Found,
  fronts: readonly ServiceDraft[],
): GatewayWorkload {
  return {
    object,
    reference: referenceOf(object),
    namespace: namespaceOf(object),
    podSpec: field(object, 'spec.template.spec'),
    podLabels: textMapField(object, 'spec.template.metadata.labels'),
    addresses: new Set(
      fronts.flatMap(service => serviceAddresses(service.object)),
    ),
    controllers,
    isManaged: isManagedByAzure(object),
  };
}

function isOutward({ object }: ServiceDraft): boolean {
  const type = textField(object, 'spec.type');
  return type === 'LoadBalancer' || type === 'NodePort';
}

function frontsByWorkload(
  services: readonly ServiceDraft[],
): ReadonlyMap<string, readonly ServiceDraft[]> {
  const fronts = new Map<string, ServiceDraft[]>();
  for (const service of services.filter(isOutward)) {
    for (const { reference } of service.workloads) {
      const key = referenceKey(reference);
      fronts.set(key, [...(fronts.get(key) ?? []), service]);
    }
  }
  return fronts;
}

function ownWorkloads(
  index: ClusterIndex,
  { name, namespace }: Controller,
): KubernetesObject[] {
  return templateKinds.flatMap(kind => index.get(kind, name, namespace) ?? []);
}

function workloadsAtAddresses(
  services: readonly ServiceDraft[],
  { namespace, addresses }: Controller,
): KubernetesObject[] {
  return services
    .filter(
      service =>
        service.namespace === namespace &&
        isOutward(service) &&
        serviceAddresses(service.object).some(address =>
          addresses.includes(address),
        ),
    )
    .flatMap(service => service.workloads)
    .filter(({ reference }) => isTemplate(reference))
    .map(({ object }) => object);
}

function isTemplate({ kind }: ObjectRef): boolean {
  return templateKinds.some(template => template.kind === kind);
}

function isMadeForGateway(object: KubernetesObject): boolean {
  return gatewayLabels.some(label => labelOf(object, label) !== undefined);
}

/** Waypoints carry the same label, and traffic inside the cluster. */
function madeForGateways(index: ClusterIndex): KubernetesObject[] {
  return templateKinds
    .flatMap(kind => index.list(kind))
    .filter(
      object =>
        isMadeForGateway(object) &&
        labelOf(object, 'gateway.istio.io/managed') !==
          'istio.io-mesh-controller',
    );
}
