import { InputError } from '@backstage/errors';
import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';

/**
 * The Ingresses that are asked for by name, by namespace, or by both; `undefined` for all of them.
 *
 * @throws InputError for a name that is not written as `namespace/name`.
 */
export function chosenIngresses(options: {
  objects: readonly KubernetesObject[];
  ingresses: readonly string[] | undefined;
  namespace: string | undefined;
}): { namespace: string; name: string }[] | undefined {
  const { objects, ingresses, namespace } = options;
  // A form sends an empty list for what was left out.
  const named = ingresses?.length ? ingresses.map(placeOf) : undefined;
  if (!namespace) {
    return named;
  }
  return (
    named ??
    objects
      .filter(({ kind }) => kind === 'Ingress')
      .map(({ metadata }) => ({
        namespace: metadata.namespace ?? 'default',
        name: metadata.name,
      }))
  ).filter(place => place.namespace === namespace);
}

function placeOf(text: string): { namespace: string; name: string } {
  const [namespace, name, ...rest] = text.split('/');
  if (!namespace || !name || rest.length > 0) {
    throw new InputError(
      `'${text}' names no Ingress; write it as namespace/name`,
    );
  }
  return { namespace, name };
}
