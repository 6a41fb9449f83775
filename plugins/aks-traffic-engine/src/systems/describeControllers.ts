import { Controller, Evidence } from 'backstage-plugin-aks-traffic-common';
import { EntryDraft } from '../entryPoints/EntryDraft';
import { GatewayViews } from '../entryPoints/gatewayApi/GatewayView';
import { hostReach } from '../entryPoints/ingress/hostReach';
import { widestExposure } from '../exposure/widestExposure';
import { ResolveContext } from '../model/resolveContext';
import { append } from '../objects/append';
import { compareText } from '../objects/compareText';
import { textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { replicasOf } from '../objects/replicas';
import { servesClass } from '../ownership/claimOf';
import { serviceReach } from '../exposure/serviceReach';
import { ControllerInstance } from './ControllerInstance';

/** The controllers of a cluster as a report shows them, with the classes they serve and how they are reached. */
export function describeControllers(options: {
  context: ResolveContext;
  controllers: readonly ControllerInstance[];
  gateways: GatewayViews;
  entries: readonly EntryDraft[];
}): Controller[] {
  const { context, controllers, gateways, entries } = options;
  const classes = classesByController(options);
  const throughGateways = new Map<ControllerInstance, Way[]>();
  for (const { implementation, reach } of gateways.all) {
    for (const controller of implementation.controllers) {
      pushWay(throughGateways, controller, reach);
    }
  }
  const throughEntries = new Map<string, Way[]>();
  for (const { entry } of entries) {
    if (entry.attached !== false && entry.controller !== undefined) {
      append(throughEntries, `${entry.system}/${entry.controller}`, entry);
    }
  }
  return controllers.map(controller => {
    const ways = waysInto({
      context,
      controller,
      gateways: throughGateways.get(controller) ?? [],
      entries:
        throughEntries.get(
          `${controller.definition.system}/${controller.name}`,
        ) ?? [],
    });
    return {
      system: controller.definition.system,
      name: controller.name,
      ...(controller.namespace !== undefined && {
        namespace: controller.namespace,
      }),
      ...(controller.version !== undefined && { version: controller.version }),
      ...(controller.image !== undefined && { image: controller.image }),
      classes: [...(classes.get(controller) ?? [])].sort(compareText),
      exposure:
        ways.length > 0
          ? widestExposure(ways.map(({ exposure }) => exposure))
          : 'unknown',
      addresses: [...new Set(ways.flatMap(({ addresses }) => addresses))].sort(
        compareText,
      ),
      ...(controller.definition.retirement !== undefined && {
        retirement: controller.definition.retirement,
      }),
      confidence: controller.confidence,
      // Only here: what is behind the controller does not change with the number of its pods.
      evidence: [
        ...controller.evidence,
        ...replicaEvidence(context, controller),
      ],
    };
  });
}

function replicaEvidence(
  { index }: ResolveContext,
  { workload }: ControllerInstance,
): Evidence[] {
  const replicas = workload && replicasOf(workload.object, index.origin);
  return replicas ? [replicas.evidence()] : [];
}

type Way = Pick<Controller, 'exposure' | 'addresses'>;

/** Its own Services and Gateways; failing these, what is reached through it. */
function waysInto(options: {
  context: ResolveContext;
  controller: ControllerInstance;
  gateways: readonly Way[];
  entries: readonly Way[];
}): readonly Way[] {
  const { context, controller, gateways, entries } = options;
  const host = hostReach({ context }, controller);
  const own: Way[] = [
    ...controller.frontServices.map(service => serviceReach(context, service)),
    ...(host ? [host] : []),
    ...gateways,
  ];
  const narrow = own.every(({ exposure }) => exposure === 'cluster-only');
  if (narrow && entries.length > 0) {
    return entries;
  }
  const declared =
    context.index.origin === 'files'
      ? controller.definition.declaredReach?.(context, controller)
      : undefined;
  return own.length === 0 && declared ? [declared] : own;
}

function pushWay(
  ways: Map<ControllerInstance, Way[]>,
  controller: ControllerInstance,
  way: Way,
): void {
  ways.set(controller, [...(ways.get(controller) ?? []), way]);
}

function classesByController(options: {
  context: ResolveContext;
  controllers: readonly ControllerInstance[];
  gateways: GatewayViews;
}): Map<ControllerInstance, Set<string>> {
  const { context, controllers, gateways } = options;
  const classes = new Map<ControllerInstance, Set<string>>(
    controllers.map(controller => [controller, new Set<string>()]),
  );
  for (const object of context.index.list(kinds.ingressClass)) {
    for (const controller of controllers) {
      if (controller.serving.some(rules => servesClass(rules, object))) {
        classes.get(controller)?.add(object.metadata.name);
      }
    }
  }
  for (const object of context.index.list(kinds.gatewayClass)) {
    const { implementationOf } = gateways;
    const name = textField(object, 'metadata.name');
    for (const controller of implementationOf(name).controllers) {
      classes.get(controller)?.add(object.metadata.name);
    }
  }
  return classes;
}
