import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { MigrationOpening } from '../types';
import { guardsOf } from './openings';

/**
 * What Ingresses that stay keep callers out of, and the route of one that moves would let them in to: the name of a
 * host moves as a whole, so that requests for the paths of the others come to the same Gateway.
 */
export function openingsBeside(
  source: IngressSource,
  staying: readonly IngressSource[],
  context: MigrationContext,
): MigrationOpening[] {
  const beside = staying.filter(other => shares(source, other, 'host'));
  for (const other of beside) {
    context.note(
      source,
      'decide',
      'host',
      `${placeOf(
        other,
      )} has paths of the same host and does not move. Once the name of the host points at the Gateway, what serves them gets no more requests: move both, or give one another host name.`,
    );
  }
  return beside
    .filter(other => shares(source, other, 'service'))
    .flatMap(other =>
      guardsOf(other).map(annotation => ({
        object: other.reference,
        annotation,
        message: `${annotation} keeps callers out of paths of a host that ${placeOf(
          source,
        )} has paths of too. This Ingress does not move, and the route of the other leads to the same Service without it. Move both.`,
      })),
    );
}

function shares(
  left: IngressSource,
  right: IngressSource,
  what: 'host' | 'service',
): boolean {
  const valueOf = ({ host, backend }: IngressSource['paths'][number]) =>
    what === 'host' ? host ?? '' : backend?.service;
  const known = new Set(left.paths.map(valueOf));
  return (
    (what === 'host' || left.namespace === right.namespace) &&
    right.paths.some(
      path => valueOf(path) !== undefined && known.has(valueOf(path)),
    )
  );
}

function placeOf({ namespace, reference }: IngressSource): string {
  return `${namespace}/${reference.name}`;
}
