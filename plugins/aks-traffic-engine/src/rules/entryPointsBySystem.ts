import {
  EntryPoint,
  Evidence,
  IngressSystem,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';
import { groupBy } from '../azure/groupBy';
import { ServiceDraft } from '../model/draft';
import { distinctEvidence } from '../objects/distinctEvidence';
import { referenceKey } from '../objects/metadata';

/** The entry points that one object gives a Service through one system. */
export interface SystemEntry {
  resource: ObjectRef;
  isPublic: boolean;
  /** Every one of them is proven to be the system's. */
  isProven: boolean;
  controllers: string[];
  addresses: string[];
  hosts: string[];
  evidence: Evidence[];
}

/** What leads into a Service through a system, one entry for each object: an Ingress with ten hosts is one thing to fix. */
export function entryPointsBySystem(
  service: ServiceDraft,
  system: IngressSystem,
): SystemEntry[] {
  const ofSystem = service.entryPoints.filter(
    entryPoint => entryPoint.system === system && entryPoint.attached !== false,
  );
  if (ofSystem.length === 0) {
    return [];
  }
  return byResource(ofSystem).map(entryPoints => ({
    resource: entryPoints[0].resource,
    isPublic: entryPoints.some(({ exposure }) => exposure === 'public'),
    isProven: entryPoints.every(({ confidence }) => confidence === 'proven'),
    controllers: distinct(
      entryPoints.flatMap(({ controller }) => controller ?? []),
    ),
    addresses: distinct(entryPoints.flatMap(({ addresses }) => addresses)),
    hosts: distinct(entryPoints.flatMap(({ hosts }) => hosts)),
    evidence: distinctEvidence(entryPoints.flatMap(({ evidence }) => evidence)),
  }));
}

/** Mostly there is one. */
function byResource(
  entryPoints: readonly EntryPoint[],
): (readonly EntryPoint[])[] {
  return entryPoints.length === 1
    ? [entryPoints]
    : [
        ...groupBy(entryPoints, ({ resource }) => [
          referenceKey(resource),
        ]).values(),
      ];
}

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}
