import { IngressSource } from '../ingress/IngressSource';
import { otherSystem } from '../ingress/otherSystems';
import { ownName } from '../report/otherSystemNotes';
import { MigrationOpening } from '../types';

const privateAddress = 'appgw.ingress.kubernetes.io/use-private-ip';

/** Annotations of another system than ingress-nginx that may keep callers out of its Ingress, by key. */
export function otherGuards(source: IngressSource): string[] {
  const { guards } = otherSystem(source.served.system);
  return [...source.annotations.keys()].filter(key => {
    const name = ownName(source, key);
    return name !== undefined && guards?.test(name) === true;
  });
}

/**
 * What keeps callers out of an Ingress that another system serves, and would not after the move: nothing of it is
 * translated.
 */
export function otherOpenings(
  source: IngressSource,
  /** Whether the Gateway gets a private address; `undefined` where nobody said. */
  internal: boolean | undefined,
): MigrationOpening[] {
  const object = source.reference;
  const { title } = source.served;
  const isPrivate =
    ownName(source, privateAddress) !== undefined &&
    source.annotations.get(privateAddress)?.trim() === 'true';
  return [
    ...otherGuards(source).map(annotation => ({
      object,
      annotation,
      message: `${annotation} may keep callers out or hand requests to something that does, and it is not translated from ${title}. Set that up at the target by hand, or do it in the service or in a proxy before it.`,
    })),
    ...(isPrivate && internal === undefined
      ? [
          {
            object,
            annotation: privateAddress,
            message: `${privateAddress} keeps the internet out, and the Gateway would be public: move it with a private address.`,
          },
        ]
      : []),
  ];
}
