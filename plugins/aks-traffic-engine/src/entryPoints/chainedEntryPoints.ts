import { plainReach, Reach } from '../exposure/Reach';
import { serviceReach } from '../exposure/serviceReach';
import { widestExposure } from '../exposure/widestExposure';
import { KubernetesObject } from '../model/observation';
import { append } from '../objects/append';
import { objectEvidence } from '../objects/evidence';
import { namespaceOf } from '../objects/metadata';
import { EntryDraft } from './EntryDraft';
import { resolveEntryPoints, ResolvedEntryPoints } from './resolveEntryPoints';
import { ResolveInput } from './ResolveInput';

/** Controllers stand in front of one another two or three deep at most. */
const deepest = 3;

/**
 * Resolves the entry points of a cluster, where one controller may stand behind another: a gateway in Azure that leads
 * to the Service of an ingress controller makes everything behind that controller as reachable as itself.
 */
export function chainedEntryPoints(
  input: Omit<ResolveInput, 'reachOf'>,
): ResolvedEntryPoints {
  const own = new Map<KubernetesObject, Reach>();
  const fronts = input.controllers.flatMap(each => each.frontServices);
  let chained = new Map<string, Reach>();
  for (let depth = 0; ; depth += 1) {
    const reaches = chained;
    const resolved = resolveEntryPoints({
      ...input,
      reachOf: service => {
        const known = own.get(service) ?? serviceReach(input.context, service);
        own.set(service, known);
        return known.exposure === 'cluster-only'
          ? reaches.get(keyOf(service)) ?? known
          : known;
      },
    });
    const next = reachesThrough(fronts, resolved.entries);
    if (depth === deepest || sameExposures(reaches, next)) {
      return resolved;
    }
    chained = next;
  }
}

/** How front Services are reached through the entry points that lead to them. */
function reachesThrough(
  fronts: readonly KubernetesObject[],
  entries: readonly EntryDraft[],
): Map<string, Reach> {
  const byService = new Map<string, EntryDraft[]>();
  for (const draft of entries) {
    if (draft.entry.attached !== false && draft.source.kind !== 'Service') {
      append(byService, `${draft.namespace}/${draft.service}`, draft);
    }
  }
  const reaches = new Map<string, Reach>();
  for (const service of fronts) {
    const drafts = byService.get(keyOf(service)) ?? [];
    if (drafts.length > 0) {
      reaches.set(keyOf(service), {
        ...plainReach(
          widestExposure(drafts.map(({ entry }) => entry.exposure)),
          drafts.map(({ entry }) =>
            objectEvidence({
              object: entry.resource,
              field: 'spec',
              value: keyOf(service),
              meaning: `It leads to the Service in front of the controller, and is reachable as ${entry.exposure}.`,
            }),
          ),
        ),
        addresses: [...new Set(drafts.flatMap(({ entry }) => entry.addresses))],
      });
    }
  }
  return reaches;
}

function sameExposures(
  left: ReadonlyMap<string, Reach>,
  right: ReadonlyMap<string, Reach>,
): boolean {
  return (
    left.size === right.size &&
    [...right].every(
      ([key, { exposure }]) => left.get(key)?.exposure === exposure,
    )
  );
}

function keyOf(service: KubernetesObject): string {
  return `${namespaceOf(service)}/${service.metadata.name}`;
}
