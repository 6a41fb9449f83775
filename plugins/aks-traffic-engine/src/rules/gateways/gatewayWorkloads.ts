import {
  Controller,
  IngressSystem,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';
import { groupBy } from '../../azure/groupBy';
import { AnalysisDraft, ServiceDraft } from '../../model/draft';
import { KubernetesObject } from '../../model/observation';
import { AssessmentInput } from '../../model/stages';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { compareText } from '../../objects/compareText';
import { field, property, textField, textMapField } from '../../objects/field';
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

/** The gateways of a cluster, and what they are found by. */
interface Gateways {
  all: readonly GatewayWorkload[];
  objects: ReadonlySet<KubernetesObject>;
  /** By reference, by an address in front, by system and name of a controller. */
  byKey: ReadonlyMap<string, readonly GatewayWorkload[]>;
}

const remembered = new WeakMap<AnalysisDraft, Gateways>();

/**
 * The workloads that carry traffic into a cluster, sorted by name: controllers that do so themselves, what a load
 * balancer of a controller leads to, and what was made for a Gateway. Control planes are not among them.
 */
export function gatewayWorkloads(
  input: AssessmentInput,
): readonly GatewayWorkload[] {
  return gatewaysIn(input).all;
}

/** The gateways that an entry point of a Service is reached through. */
export function gatewaysOf(
  service: ServiceDraft,
  input: AssessmentInput,
): GatewayWorkload[] {
  const { byKey } = gatewaysIn(input);
  const found = new Set<GatewayWorkload>();
  const addAll = (key: string) => {
    for (const workload of byKey.get(key) ?? []) {
      found.add(workload);
    }
  };
  for (const entry of service.entryPoints) {
    if (entry.attached === false || entry.resource.kind === 'Service') {
      continue;
    }
    entry.addresses.forEach(addAll);
    if (entry.controller !== undefined) {
      addAll(controllerKey(entry.system, entry.controller));
    }
  }
  return [...found];
}

/** Whether a Service stands in front of a gateway, rather than behind one. */
export function isGatewayService(
  service: ServiceDraft,
  input: AssessmentInput,
): boolean {
  const { objects, byKey } = gatewaysIn(input);
  return (
    isMadeForGateway(service.object) ||
    service.workloads.some(
      ({ object, reference }) =>
        objects.has(object) ||
        // A pod stands for its owner, which may be a gateway.
        (object.kind === kinds.pod.kind && byKey.has(referenceKey(reference))),
    )
  );
}

function gatewaysIn(input: AssessmentInput): Gateways {
  const known = remembered.get(input.draft);
  if (known) {
    return known;
  }
  const all = findGateways(input);
  const gateways = {
    all,
    objects: new Set(all.map(({ object }) => object)),
    byKey: groupBy(all, ({ reference, addresses, controllers }) => [
      referenceKey(reference),
      ...addresses,
      ...controllers.map(({ system, name }) => controllerKey(system, name)),
    ]),
  };
  remembered.set(input.draft, gateways);
  return gateways;
}

function controllerKey(system: IngressSystem, name: string): string {
  return `${system}//${name}`;
}

function findGateways({ draft, index }: AssessmentInput): GatewayWorkload[] {
  const fronts = frontsByWorkload(draft.services);
  const outward = groupBy(draft.services.filter(isOutward), ({ namespace }) => [
    namespace,
  ]);
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
    const near = outward.get(controller.namespace ?? '') ?? [];
    for (const object of workloadsAtAddresses(near, controller)) {
      add(object, controller);
    }
  }
  for (const object of madeForGateways(index)) {
    add(object);
  }
  return [...found]
    .sort(([left], [right]) => compareText(left, right))
    .map(([key, entry]) => describe(entry, fronts.get(key) ?? []));
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
  return groupBy(services.filter(isOutward), ({ workloads }) =>
    workloads.map(({ reference }) => referenceKey(reference)),
  );
}

function ownWorkloads(
  index: ClusterIndex,
  { name, namespace }: Controller,
): KubernetesObject[] {
  return templateKinds.flatMap(kind => index.get(kind, name, namespace) ?? []);
}

function workloadsAtAddresses(
  services: readonly ServiceDraft[],
  { addresses }: Controller,
): KubernetesObject[] {
  return services
    .filter(({ object }) =>
      serviceAddresses(object).some(address => addresses.includes(address)),
    )
    .flatMap(service => service.workloads)
    .filter(({ reference }) => isTemplate(reference))
    .map(({ object }) => object);
}

function isTemplate({ kind }: ObjectRef): boolean {
  return templateKinds.some(template => template.kind === kind);
}

function isMadeForGateway(object: KubernetesObject): boolean {
  const labels = field(object, 'metadata.labels');
  return gatewayLabels.some(
    label => typeof property(labels, label) === 'string',
  );
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
