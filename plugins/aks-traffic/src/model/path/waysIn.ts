import {
  Controller,
  EntryPoint,
  Evidence,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { isKnownExposure } from '../exposure';
import { publishersOf } from '../publishers';
import { GraphBuilder } from './GraphBuilder';
import { entryEvidence } from './pathEvidence';
import { TrafficEdgeKind, TrafficStep } from './trafficGraph';

/** This many routes of one controller and address are drawn one by one; more are drawn as one. */
const routesDrawn = 4;

interface Draft {
  /** What the step is known by among those that lead on from the one before it. */
  key: unknown;
  step: TrafficStep;
  isKnown: boolean;
  evidence: readonly Evidence[];
}

/**
 * Adds the ways in as a tree from the clients to the Service: a step is shared only by ways that are the same up to it.
 *
 * @returns The id of the Service's node.
 */
export function addWaysIn(options: {
  builder: GraphBuilder;
  service: ServiceTraffic;
  controllers: readonly Controller[];
}): string {
  const { builder, service, controllers } = options;
  const ways = service.entryPoints.map(entryPoint => ({
    entryPoint,
    steps: stepsTo(entryPoint, controllers),
  }));
  const routesAt = new Map<string, number>();
  for (const { entryPoint, steps } of ways) {
    const place = placeOf(entryPoint, steps);
    routesAt.set(place, (routesAt.get(place) ?? 0) + 1);
  }
  const leaves = new Map<string, TrafficEdgeKind>();
  for (const { entryPoint, steps } of ways) {
    const path: unknown[] = ['in'];
    let previous: string | undefined;
    for (const { key, step, isKnown, evidence } of steps) {
      path.push(key);
      const id = builder.add({ path, step, isKnown, evidence, entryPoint });
      if (previous !== undefined) {
        builder.connect({ from: previous, to: id, kind: 'passes' });
      }
      previous = id;
    }
    const kind = edgeKindOf(entryPoint);
    if (isOwnService(entryPoint)) {
      leaves.set(previous as string, kind);
      continue;
    }
    const isAlone =
      (routesAt.get(placeOf(entryPoint, steps)) ?? 0) <= routesDrawn;
    const id = addRoute({ builder, entryPoint, path, kind, isAlone });
    builder.connect({ from: previous as string, to: id, kind });
    leaves.set(id, kind === 'not-attached' ? kind : 'passes');
  }
  if (ways.length === 0) {
    const id = builder.add({
      path: ['in', service.exposure],
      step: { stage: 'client', exposure: service.exposure },
      isKnown: isDecided(service.exposure),
      evidence: [],
    });
    leaves.set(id, isDecided(service.exposure) ? 'passes' : 'unknown');
  }
  const serviceId = builder.add({
    path: ['service'],
    step: { stage: 'service', service },
    isKnown: true,
    evidence: service.entryPoints
      .filter(isOwnService)
      .flatMap(entryPoint => entryEvidence(entryPoint).route),
  });
  for (const [from, kind] of leaves) {
    builder.connect({ from, to: serviceId, kind });
  }
  return serviceId;
}

/** Adds a route, or adds it to the node that stands for all routes of its place. */
function addRoute(options: {
  builder: GraphBuilder;
  entryPoint: EntryPoint;
  path: readonly unknown[];
  kind: TrafficEdgeKind;
  isAlone: boolean;
}): string {
  const { builder, entryPoint, path, kind, isAlone } = options;
  const { kind: resourceKind, namespace, name } = entryPoint.resource;
  return builder.add({
    path: [
      ...path,
      ['route', kind, ...(isAlone ? [resourceKind, namespace, name] : [])],
    ],
    step: { stage: 'route' },
    isKnown: true,
    evidence: entryEvidence(entryPoint).route,
    entryPoint,
  });
}

/** Everything before the route: who comes, through what, at which address, to which controller. */
function stepsTo(
  entryPoint: EntryPoint,
  controllers: readonly Controller[],
): Draft[] {
  const { exposure, addresses, attached, system } = entryPoint;
  const evidence = entryEvidence(entryPoint);
  const controller = controllers.find(
    candidate =>
      candidate.name === entryPoint.controller && candidate.system === system,
  );
  const serving: Draft = {
    key: [
      'controller',
      system,
      entryPoint.controller,
      // A Service that lets traffic in itself is served by nothing that it could share with another.
      isOwnService(entryPoint) && [
        entryPoint.resource.name,
        edgeKindOf(entryPoint),
      ],
    ],
    step: {
      stage: 'controller',
      system,
      name: entryPoint.controller,
      controller,
    },
    isKnown: system !== 'unknown',
    evidence: [...evidence.controller, ...(controller?.evidence ?? [])],
  };
  if (attached === false && addresses.length === 0) {
    return [
      { ...serving, evidence: [...serving.evidence, ...evidence.client] },
    ];
  }
  return [
    {
      key: ['client', exposure],
      step: { stage: 'client', exposure },
      isKnown: isDecided(exposure),
      evidence: evidence.client,
    },
    ...publisherSteps(entryPoint),
    {
      key: ['address', ...[...addresses].sort()],
      step: { stage: 'address', addresses },
      isKnown: addresses.length > 0,
      evidence: evidence.address,
    },
    serving,
  ];
}

function publisherSteps(entryPoint: EntryPoint): Draft[] {
  const evidence = entryEvidence(entryPoint);
  return publishersOf(entryPoint).map(publisher => ({
    key: [publisher.kind, publisher.name],
    step: { stage: 'publisher', publisher },
    isKnown: true,
    evidence: evidence[publisher.kind],
  }));
}

/** Where a route hangs in the tree. */
function placeOf(entryPoint: EntryPoint, steps: readonly Draft[]): string {
  return JSON.stringify([
    ...steps.map(({ key }) => key),
    edgeKindOf(entryPoint),
  ]);
}

function edgeKindOf({ attached }: EntryPoint): TrafficEdgeKind {
  if (attached === false) {
    return 'not-attached';
  }
  return attached === 'unknown' ? 'unknown' : 'passes';
}

/** Whether the Service lets traffic in by itself, so that there is no route. */
function isOwnService({ resource }: EntryPoint): boolean {
  return resource.kind === 'Service';
}

function isDecided(exposure: string): boolean {
  return (
    isKnownExposure(exposure) && !['unknown', 'pending'].includes(exposure)
  );
}
