import { Fields } from './fields';

/** The status a controller writes once all pods have been created. */
export function workloadStatus(
  kind: string,
  replicas: number,
  ready: number,
): Fields {
  if (kind === 'DaemonSet') {
    return {
      currentNumberScheduled: replicas,
      desiredNumberScheduled: replicas,
      numberAvailable: ready,
      numberMisscheduled: 0,
      numberReady: ready,
      observedGeneration: 1,
      updatedNumberScheduled: replicas,
    };
  }
  return {
    observedGeneration: 1,
    replicas,
    updatedReplicas: replicas,
    readyReplicas: ready,
    availableReplicas: ready,
    ...(ready < replicas && { unavailableReplicas: replicas - ready }),
    ...(kind === 'Deployment' && {
      conditions: [
        {
          type: 'Available',
          status: ready > 0 ? 'True' : 'False',
          reason:
            ready > 0
              ? 'MinimumReplicasAvailable'
              : 'MinimumReplicasUnavailable',
          message:
            ready > 0
              ? 'Deployment has minimum availability.'
              : 'Deployment does not have minimum availability.',
        },
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
          message: 'ReplicaSet has successfully progressed.',
        },
      ],
    }),
  };
}
