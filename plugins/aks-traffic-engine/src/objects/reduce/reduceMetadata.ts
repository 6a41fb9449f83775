import { KubernetesObject } from '../../model/observation';
import { entriesField, field, listField } from '../field';
import { compact, pick } from './pick';

/** A copy of the whole object, as long as the object itself and of no use. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Names, labels, annotations and owners; never `managedFields`. */
export function reduceMetadata(raw: unknown): KubernetesObject['metadata'] {
  const metadata = field(raw, 'metadata');
  const owners = listField(metadata, 'ownerReferences').flatMap(
    owner => pick(owner, ['apiVersion', 'kind', 'name']) ?? [],
  );
  return compact({
    ...pick(metadata, [
      'name',
      'namespace',
      'uid',
      'generation',
      'creationTimestamp',
      'labels',
    ]),
    annotations: reduceAnnotations(metadata),
    ownerReferences: owners.length > 0 ? owners : undefined,
  }) as unknown as KubernetesObject['metadata'];
}

/** All annotations: which ones matter is for the rules to say, and none may go unreported. */
function reduceAnnotations(
  metadata: unknown,
): Record<string, unknown> | undefined {
  const entries = entriesField(metadata, 'annotations').filter(
    ([key]) => key !== lastApplied,
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
