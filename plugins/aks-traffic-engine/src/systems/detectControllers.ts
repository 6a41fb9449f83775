import { Workload } from '../model/draft';
import { ResolveContext } from '../model/resolveContext';
import { KubernetesObject } from '../model/observation';
import { compareText } from '../objects/compareText';
import { textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { namespaceOf } from '../objects/metadata';
import { ControllerInstance, instanceKey } from './ControllerInstance';
import { controllersOfClasses } from './controllersOfClasses';
import { parseImageReference, versionOfTag } from './imageReference';
import { classicGatewayControllers } from './istio/classicGatewayControllers';
import { publishedService } from './publishedService';
import { Recognition, SystemDefinition } from './SystemDefinition';
import { systemDefinitions } from './systemDefinitions';

/**
 * The controllers of a cluster: from the workloads that run them; where these were not read, from add-ons in the
 * cluster's row and from the classes that name them.
 */
export function detectControllers(
  context: ResolveContext,
): ControllerInstance[] {
  const recognized = context.workloads.all.flatMap(
    workload => controllerOf(context, workload) ?? [],
  );
  const seen = new Set(recognized.map(instance => instance.definition));
  const fallbacks = systemDefinitions
    .filter(definition => !seen.has(definition))
    .flatMap(definition => fallbackOf(context, definition, recognized));
  return [
    ...recognized,
    ...fallbacks,
    ...classicGatewayControllers(context),
  ].sort((left, right) => compareText(instanceKey(left), instanceKey(right)));
}

function fallbackOf(
  context: ResolveContext,
  definition: SystemDefinition,
  recognized: readonly ControllerInstance[],
): ControllerInstance[] {
  const found = definition.fallback?.({ context, definition }) ?? [];
  return found.length > 0
    ? found
    : controllersOfClasses({ context, definition, recognized });
}

function controllerOf(
  context: ResolveContext,
  workload: Workload,
): ControllerInstance | undefined {
  const found = recognize(workload);
  if (!found) {
    return undefined;
  }
  const { definition, recognition } = found;
  const { container, confidence, evidence } = recognition;
  const image = textField(container, 'image');
  return {
    definition,
    name: workload.reference.name,
    namespace: workload.namespace,
    workload,
    image,
    version: versionOf(workload, image),
    serving: definition.serving?.({ workload, container }) ?? [],
    frontServices: frontServices({ context, workload, definition, container }),
    confidence:
      context.index.origin === 'files' || !context.workloads.readWhole
        ? 'inferred'
        : confidence,
    evidence,
  };
}

function recognize(
  workload: Workload,
): { definition: SystemDefinition; recognition: Recognition } | undefined {
  let inferred:
    | { definition: SystemDefinition; recognition: Recognition }
    | undefined;
  for (const definition of systemDefinitions) {
    const recognition = definition.recognize?.(workload);
    if (recognition?.confidence === 'proven') {
      return { definition, recognition };
    }
    if (recognition && !inferred) {
      inferred = { definition, recognition };
    }
  }
  return inferred;
}

/** The image's tag; failing that the label that charts set. A digest alone names no version. */
function versionOf(
  workload: Workload,
  image: string | undefined,
): string | undefined {
  const { tag } = parseImageReference(image ?? '');
  return (
    versionOfTag(tag) ??
    versionOfTag(
      workload.podLabels.get('app.kubernetes.io/version') ??
        workload.labels.get('app.kubernetes.io/version'),
    )
  );
}

function frontServices(options: {
  context: ResolveContext;
  workload: Workload;
  definition: SystemDefinition;
  container: unknown;
}): KubernetesObject[] {
  const { context, workload, definition, container } = options;
  const proxies = definition.proxies?.({ context, workload }) ?? [];
  const carriers = proxies.length > 0 ? proxies : [workload];
  const services = new Map<string, KubernetesObject>();
  const published = publishedService({ container, workload });
  const named =
    published &&
    context.index.get(kinds.service, published.name, published.namespace);
  if (named) {
    services.set(keyOf(named), named);
  }
  for (const carrier of carriers) {
    for (const service of context.services.selecting(carrier)) {
      services.set(`${namespaceOf(service)}/${service.metadata.name}`, service);
    }
  }
  const all = [...services.values()];
  const outward = all.filter(service => isOutward(service));
  // Services of type ClusterIP are mostly webhooks and metrics; they count only when nothing else leads in.
  if (outward.length > 0) {
    return outward;
  }
  return named ? [named] : all;
}

function keyOf(service: KubernetesObject): string {
  return `${namespaceOf(service)}/${service.metadata.name}`;
}

function isOutward(service: KubernetesObject): boolean {
  const type = textField(service, 'spec.type');
  return type === 'LoadBalancer' || type === 'NodePort';
}
