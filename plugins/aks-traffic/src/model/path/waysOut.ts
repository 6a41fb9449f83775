import {
  EgressPath,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { isKnownEgressKind, noPathFound, splitHops } from '../egress';
import { GraphBuilder } from './GraphBuilder';
import { evidenceAbout, hopEvidence } from './pathEvidence';

/**
 * Adds the ways out as a tree that ends at what the internet sees: a step is shared only by ways that are the same from
 * it on.
 */
export function addWaysOut(options: {
  builder: GraphBuilder;
  service: ServiceTraffic;
  workloadId: string;
}): void {
  const { builder, service, workloadId } = options;
  const paths = service.egress.length > 0 ? service.egress : [noPathFound];
  for (const path of paths) {
    const poolId = addWayOut(builder, path);
    builder.connect({ from: workloadId, to: poolId, kind: 'passes' });
  }
}

/** Adds one way out and returns the id of its first step. */
function addWayOut(builder: GraphBuilder, path: EgressPath): string {
  const { steps, proxies, endpoints } = splitHops(path.hops);
  const isUnknown = path.kind === 'unknown' || !isKnownEgressKind(path.kind);
  const end = ['outside', path.kind, ...[...path.publicIps].sort()];
  const suffixes = steps.map((_, index) => [
    'out',
    ...steps.slice(index).map(({ kind, name, armId }) => [kind, name, armId]),
    end,
  ]);
  const pools = [...path.nodePools].sort();
  const subnets = subnetsOf(path);
  // Added from left to right, because that is the order in which they are told.
  const poolId = builder.add({
    path: ['pool', pools, subnets, suffixes[0] ?? ['out', end]],
    step: { stage: 'pool', pools, subnets },
    isKnown: pools.length > 0,
    evidence: evidenceAbout('pool', [path]),
  });
  let previous = poolId;
  steps.forEach((hop, index) => {
    const id = builder.add({
      path: suffixes[index],
      step: { stage: 'hop', hop },
      isKnown: true,
      evidence: hopEvidence(hop, path),
    });
    builder.connect({ from: previous, to: id, kind: 'passes' });
    previous = id;
  });
  const outsideId = builder.add({
    path: ['out', end],
    step: {
      stage: 'outside',
      kind: path.kind,
      addresses: [...path.publicIps],
    },
    isKnown:
      path.kind === 'no-internet' || (!isUnknown && path.publicIps.length > 0),
    evidence: evidenceAbout('outside', [path]),
  });
  builder.connect({
    from: previous,
    to: outsideId,
    kind: isUnknown ? 'unknown' : 'passes',
  });
  // Beside the way to the internet, not on it.
  for (const { hop, kind } of [
    ...proxies.map(proxy => ({ hop: proxy, kind: 'proxied' as const })),
    ...endpoints.map(endpoint => ({ hop: endpoint, kind: 'passes' as const })),
  ]) {
    const id = builder.add({
      path: ['beside', poolId, hop.kind, hop.name, hop.armId],
      step: { stage: 'hop', hop },
      isKnown: true,
      evidence: hopEvidence(hop, path),
    });
    builder.connect({ from: poolId, to: id, kind });
  }
  return poolId;
}

/** Names of the subnets whose routes decide; the whole id is in the evidence. */
function subnetsOf(path: EgressPath): string[] {
  const names = path.evidence.flatMap(({ object }) => {
    const name =
      'armId' in object
        ? /\/subnets\/([^/]+)$/i.exec(object.armId)?.[1]
        : undefined;
    return name === undefined ? [] : [name];
  });
  return [...new Set(names)].sort();
}
