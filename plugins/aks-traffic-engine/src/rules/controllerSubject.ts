import {
  ArmRef,
  Controller,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';

const workloadKinds = new Set([
  'Deployment',
  'DaemonSet',
  'StatefulSet',
  'Pod',
]);

/** What a finding about a controller is about: its workload, or else what it was recognised by. */
export function controllerSubject(controller: Controller): ObjectRef | ArmRef {
  const objects = controller.evidence.map(({ object }) => object);
  const workload = objects.find(
    object => !('armId' in object) && workloadKinds.has(object.kind),
  );
  return (
    workload ??
    objects[0] ?? {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: controller.namespace,
      name: controller.name,
    }
  );
}
