import { digits } from './Application';
import { managedFields } from './managedFields';

export type Item = Record<string, unknown>;

const created = '2026-03-04T08:15:30Z';
const changed = '2026-11-18T10:41:07Z';

/** An item of a list with everything an API server adds to what people write. Such items do not repeat their kind. */
export function objectOf(options: {
  apiVersion: string;
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: unknown[];
  /** What else is in the object, as whoever made it wrote it. */
  content: Item;
  /** What a controller reports in the object's status. */
  status?: Item;
  manager?: string;
  statusManager?: string;
}): Item {
  const {
    apiVersion,
    name,
    namespace,
    labels,
    annotations,
    ownerReferences,
    content,
    status,
    manager = 'helm',
    statusManager = 'kube-controller-manager',
  } = options;
  const id = digits(`${apiVersion}/${namespace}/${name}`, 32);
  return {
    metadata: {
      name,
      namespace,
      uid: [
        id.slice(0, 8),
        id.slice(8, 12),
        id.slice(12, 16),
        id.slice(16, 20),
        id.slice(20, 32),
      ].join('-'),
      resourceVersion: String(parseInt(id.slice(0, 7), 16)),
      generation: 3,
      creationTimestamp: created,
      labels,
      annotations,
      ownerReferences,
      managedFields: managedFields(apiVersion, [
        {
          manager,
          operation: 'Update',
          time: created,
          fields: { metadata: { labels, annotations }, ...content },
        },
        ...(status === undefined
          ? []
          : [
              {
                manager: statusManager,
                operation: 'Update' as const,
                time: changed,
                subresource: 'status',
                fields: { status },
              },
            ]),
      ]),
    },
    ...content,
    ...(status !== undefined && { status }),
  };
}
