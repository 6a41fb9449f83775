import {
  EntryPoint,
  Evidence,
  IngressSystem,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';
import { ServiceDraft } from '../model/draft';
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
  const byResource = new Map<string, EntryPoint[]>();
  for (const entryPoint of service.entryPoints) {
    if (entryPoint.system === system && entryPoint.attached !== false) {
      const key = referenceKey(entryPoint.resource);
      byResource.set(key, [...(byResource.get(key) ?? []), entryPoint]);
    }
  }
  return [...byResource.values()].map(entryPoints => ({
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

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}

function distinctEvidence(evidence: Evidence[]): Evidence[] {
  return [
    ...new Map(evidence.map(entry => [JSON.stringify(entry), entry])).values(),
  ];
}
