import { EgressPath, Exposure } from 'backstage-plugin-aks-traffic-common';
import { resolveEastWest } from './eastWest/resolveEastWest';
import { MeshEgress } from './egress/mesh/MeshEgress';
import { resolveEgress } from './egress/resolveEgress';
import { EntryDraft } from './entryPoints/EntryDraft';
import { widestExposure } from './exposure/widestExposure';
import { Contradiction, ServiceDraft } from './model/draft';
import { KubernetesObject } from './model/observation';
import { ResolveContext } from './model/resolveContext';
import { append } from './objects/append';
import { compareText } from './objects/compareText';
import { controllersReadWhole, waysInReadWhole } from './objects/entryKinds';
import { textMapField } from './objects/field';
import { kinds } from './objects/kinds';
import { namespaceOf, referenceKey } from './objects/metadata';
import { stableText } from './objects/stableText';

/** A Service's draft together with the objects that lead to it. */
export interface LinkedService {
  draft: ServiceDraft;
  /** Ingresses and routes: their labels tie the Service to catalog entities as well. */
  sources: KubernetesObject[];
}

/**
 * Every Service of a cluster with its entry points, its ways out, and what limits traffic inside; also those of which
 * nothing but the name was read.
 */
export function draftServices(options: {
  context: ResolveContext;
  entries: readonly EntryDraft[];
  unread: readonly KubernetesObject[];
}): LinkedService[] {
  const { context, entries } = options;
  const unread = new Set(options.unread);
  const byService = new Map<string, EntryDraft[]>();
  for (const draft of entries) {
    append(byService, `${draft.namespace}/${draft.service}`, draft);
  }
  const waysInKnown = waysInReadWhole(context.index);
  const controllersKnown = waysInKnown && controllersReadWhole(context.index);
  const meshEgress = MeshEgress.create(context);
  return withUnread(context, options.unread).map(object => {
    const namespace = namespaceOf(object);
    const service = object.metadata.name;
    const own = sortedEntries(byService.get(`${namespace}/${service}`) ?? []);
    const workloads = context.workloads.selectedIn(
      namespace,
      textMapField(object, 'spec.selector'),
    );
    const question = {
      index: context.index,
      azure: context.azure,
      managedCluster: context.managedCluster,
      namespace,
      workloads,
    };
    const egress = [
      ...resolveEgress(question),
      ...meshEgress.pathsOf(workloads),
    ];
    return {
      draft: {
        namespace,
        service,
        object,
        workloads,
        entryPoints: own.map(({ entry }) => entry),
        exposure: exposureOf(own, {
          origin: context.index.origin,
          waysInKnown,
        }),
        egress,
        eastWest: resolveEastWest(question),
        contradictions: distinct(
          own.flatMap(({ contradictions }) => contradictions),
        ),
        readWhole:
          controllersKnown &&
          egressKnown(context, egress) &&
          !unread.has(object),
      },
      sources: [...new Set(own.map(({ source }) => source))].filter(
        source => source !== object,
      ),
    };
  });
}

/** All Services by namespace and name. */
function withUnread(
  { index }: ResolveContext,
  unread: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const services = index.list(kinds.service);
  return unread.length === 0
    ? services
    : [...services, ...unread].sort(
        (left, right) =>
          compareText(namespaceOf(left), namespaceOf(right)) ||
          compareText(left.metadata.name, right.metadata.name),
      );
}

/**
 * The widest of all ways in. Where some could not be read, anything short of public may be wider than it looks; files
 * are judged by what they say, and say nothing about what they leave out.
 */
function exposureOf(
  entries: readonly EntryDraft[],
  known: { origin: 'api' | 'files'; waysInKnown: boolean },
): Exposure {
  const open = entries
    .map(({ entry }) => entry)
    .filter(({ attached }) => attached !== false);
  const widest = widestExposure(open.map(({ exposure }) => exposure));
  if (known.waysInKnown || widest === 'public') {
    return widest;
  }
  return known.origin === 'files' && open.length > 0 ? widest : 'unknown';
}

/** Of a cluster in Azure the ways out can be known; elsewhere there is nothing to read them from. */
function egressKnown(
  { armId, managedCluster }: ResolveContext,
  egress: readonly EgressPath[],
): boolean {
  return (
    armId === undefined ||
    (managedCluster !== undefined &&
      egress.every(({ kind }) => kind !== 'unknown'))
  );
}

function sortedEntries(entries: readonly EntryDraft[]): readonly EntryDraft[] {
  if (entries.length < 2) {
    return entries;
  }
  return entries
    .map(draft => ({ draft, key: entryKey(draft) }))
    .sort(
      (left, right) =>
        compareText(left.key, right.key) ||
        // One object can lead to a Service in several ways; only their contents then put them in an order.
        compareText(
          stableText(left.draft.entry),
          stableText(right.draft.entry),
        ),
    )
    .map(({ draft }) => draft);
}

function entryKey({ entry }: EntryDraft): string {
  return [
    entry.system,
    referenceKey(entry.resource),
    entry.controller ?? '',
  ].join('\n');
}

function distinct(contradictions: readonly Contradiction[]): Contradiction[] {
  return [
    ...new Map(
      contradictions.map(each => [stableText([each.kind, each.subject]), each]),
    ).values(),
  ];
}
