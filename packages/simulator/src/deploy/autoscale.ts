import { fieldsOf, specOf } from '../estate/materialise/fields';
import { StoredObject } from '../estate/types';
import { DeployContext } from './DeployContext';

/** Gives a Deployment at least as many pods as its autoscaler asks for; the simulator has no load that asks for more. */
export function autoscale(
  object: StoredObject,
  context: DeployContext,
): StoredObject {
  if (object.kind !== 'Deployment') {
    return object;
  }
  const autoscaler = context
    .all('HorizontalPodAutoscaler')
    .find(
      candidate =>
        candidate.metadata.namespace === object.metadata.namespace &&
        fieldsOf(specOf(candidate).scaleTargetRef).kind === 'Deployment' &&
        fieldsOf(specOf(candidate).scaleTargetRef).name ===
          object.metadata.name,
    );
  if (!autoscaler) {
    return object;
  }
  const spec = specOf(object);
  const replicas = Math.max(
    Number(spec.replicas ?? 1),
    Number(specOf(autoscaler).minReplicas ?? 1),
  );
  return { ...object, spec: { ...spec, replicas } };
}
