import { StoredObject } from '../types';
import { fieldsOf, labelsOf, specOf } from './fields';
import { ownerReference } from './ownerReference';

/** The ReplicaSet of a Deployment's only revision. */
export function createReplicaSet(options: {
  completed: StoredObject;
  cluster: string;
  labels: Record<string, string>;
  hash: string;
  ready: number;
}): StoredObject {
  const { completed, cluster, labels, hash, ready } = options;
  const spec = specOf(completed);
  const template = fieldsOf(spec.template);
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${completed.metadata.name}-${hash}`,
      namespace: completed.metadata.namespace,
      labels,
      annotations: {
        'deployment.kubernetes.io/desired-replicas': String(spec.replicas),
        'deployment.kubernetes.io/revision': '1',
      },
      ownerReferences: [ownerReference(cluster, completed)],
    },
    spec: {
      replicas: spec.replicas,
      selector: {
        matchLabels: {
          ...labelsOf(fieldsOf(spec.selector).matchLabels),
          'pod-template-hash': hash,
        },
      },
      template: {
        ...template,
        metadata: { ...fieldsOf(template.metadata), labels },
      },
    },
    status: {
      replicas: spec.replicas,
      fullyLabeledReplicas: spec.replicas,
      readyReplicas: ready,
      availableReplicas: ready,
      observedGeneration: 1,
    },
  };
}
