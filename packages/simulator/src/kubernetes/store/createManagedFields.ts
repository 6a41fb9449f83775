import type { ApiResource, StoredObject } from '../../estate/types';
import { fieldSet, ownedPart } from './fieldSet';
import { writtenPodSpec } from './writtenPodSpec';

/**
 * The record of who set which field. Real servers send it with every object and it is a large part of the bytes, which
 * is what a client that keeps or measures whole objects has to be ready for.
 */
export function createManagedFields(
  object: StoredObject,
  { builtIn }: Pick<ApiResource, 'builtIn'>,
): unknown[] {
  const { apiVersion, kind, metadata, status, ...content } = object;
  const entry = {
    operation: 'Update',
    apiVersion,
    time: metadata.creationTimestamp,
    fieldsType: 'FieldsV1',
  };
  // Types that are compiled in always have a spec and a status, so that nobody owns those by themselves.
  const partOf = builtIn ? fieldSet : ownedPart;
  const written =
    kind === 'Pod'
      ? { ...content, spec: writtenPodSpec(content.spec) }
      : content;
  const parts = Object.fromEntries(
    Object.entries(written).map(([name, part]) => [
      `f:${name}`,
      partOf(name, part),
    ]),
  );
  return [
    {
      manager:
        metadata.ownerReferences === undefined
          ? 'kubectl-client-side-apply'
          : 'kube-controller-manager',
      ...entry,
      fieldsV1: {
        'f:metadata': fieldSet('metadata', writtenMetadata(metadata)),
        ...parts,
      },
    },
    ...(status === undefined
      ? []
      : [
          {
            manager: statusManager(kind),
            ...entry,
            fieldsV1: { 'f:status': partOf('status', status) },
            subresource: 'status',
          },
        ]),
  ];
}

/** The server sets the rest itself, which nobody owns. */
function writtenMetadata(metadata: StoredObject['metadata']) {
  const { annotations, labels, ownerReferences, finalizers } = metadata;
  const { generateName } = metadata;
  return {
    ...(annotations && { annotations }),
    ...(finalizers !== undefined && { finalizers }),
    ...(generateName !== undefined && { generateName }),
    ...(labels && { labels }),
    ...(ownerReferences !== undefined && { ownerReferences }),
  };
}

function statusManager(kind: string): string {
  switch (kind) {
    case 'Pod':
    case 'Node':
      return 'kubelet';
    case 'Deployment':
    case 'ReplicaSet':
    case 'StatefulSet':
    case 'DaemonSet':
      return 'kube-controller-manager';
    default:
      return 'controller';
  }
}
