import { KubernetesObject } from '../model/observation';
import { analyze } from './analyze';
import { deployment } from './builders';

/** The controllers found in a cluster where nothing but one workload runs, as `system version confidence`. */
export function controllersIn(
  workload: Parameters<typeof deployment>[0],
  objects: KubernetesObject[] = [],
): string[] {
  return analyze([
    deployment({ name: 'main', namespace: 'system', ...workload }),
    ...objects,
  ]).cluster.controllers.map(({ system, version, confidence }) =>
    [system, version ?? '(no version)', confidence].join(' '),
  );
}
