import { StoredObject } from '../types';
import { completePodSpec } from './completePodSpec';
import { Fields, fieldsOf, specOf } from './fields';

const workloadKinds = ['Deployment', 'DaemonSet', 'StatefulSet'];

export function isWorkload({ kind }: StoredObject): boolean {
  return workloadKinds.includes(kind);
}

/** A workload with the defaults of the API server, in its own spec and in the template of its pods. */
export function completeWorkload(workload: StoredObject): StoredObject {
  const spec = specOf(workload);
  const template = fieldsOf(spec.template);
  const { kind } = workload;
  return {
    ...workload,
    metadata: {
      ...workload.metadata,
      ...(kind === 'Deployment' && {
        annotations: {
          'deployment.kubernetes.io/revision': '1',
          ...workload.metadata.annotations,
        },
      }),
    },
    spec: {
      ...defaultsOf(kind),
      ...spec,
      template: {
        ...template,
        spec: completePodSpec(fieldsOf(template.spec)),
      },
    },
  };
}

function defaultsOf(kind: string): Fields {
  const revisionHistoryLimit = 10;
  switch (kind) {
    case 'Deployment':
      return {
        progressDeadlineSeconds: 600,
        replicas: 1,
        revisionHistoryLimit,
        strategy: {
          rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
          type: 'RollingUpdate',
        },
      };
    case 'StatefulSet':
      return {
        podManagementPolicy: 'OrderedReady',
        replicas: 1,
        revisionHistoryLimit,
        updateStrategy: {
          rollingUpdate: { partition: 0 },
          type: 'RollingUpdate',
        },
      };
    default:
      return {
        revisionHistoryLimit,
        updateStrategy: {
          rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
          type: 'RollingUpdate',
        },
      };
  }
}
