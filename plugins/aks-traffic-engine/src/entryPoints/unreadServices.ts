import { KubernetesObject } from '../model/observation';
import { ClusterIndex } from '../objects/ClusterIndex';
import { kinds } from '../objects/kinds';
import { EntryDraft } from './EntryDraft';

/**
 * Services that something leads to and that were not read, by their names alone. An Ingress often comes in a file
 * without its Service: that it stands on something retired holds all the same. None where every Service was read.
 */
export function unreadServices(
  index: ClusterIndex,
  entries: readonly EntryDraft[],
): KubernetesObject[] {
  if (index.provesAbsence(kinds.service)) {
    return [];
  }
  const found = new Map<string, KubernetesObject>();
  for (const { namespace, service, entry, mayBeOutside } of entries) {
    const key = `${namespace}/${service}`;
    if (
      entry.attached !== false &&
      mayBeOutside !== true &&
      !found.has(key) &&
      index.get(kinds.service, service, namespace) === undefined
    ) {
      found.set(key, {
        apiVersion: 'v1',
        kind: kinds.service.kind,
        metadata: { name: service, namespace },
      });
    }
  }
  return [...found.values()];
}

/** The same as a gap, of manifests: in a cluster the Services that could not be read are a gap already. */
export function unreadServiceGaps(
  index: ClusterIndex,
  unread: readonly KubernetesObject[],
): string[] {
  if (index.origin !== 'files' || unread.length === 0) {
    return [];
  }
  const [{ metadata }] = unread;
  const name = `${metadata.namespace}/${metadata.name}`;
  return [
    unread.length === 1
      ? `Service ${name} is not among the manifests: it is judged by what leads to it alone`
      : `${unread.length} Services are not among the manifests, such as ${name}: they are judged by what leads to them alone`,
  ];
}
