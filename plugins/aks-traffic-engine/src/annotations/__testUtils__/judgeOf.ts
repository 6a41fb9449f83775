import { ResourceRow } from '../../model/estate';
import { KubernetesObject } from '../../model/observation';
import { observedResources } from '../../objects/observedResources';
import { ingressOwnershipIn } from '../../ownership/ingressOwnershipIn';
import { resolveContextOf } from '../../resolveContextOf';
import { clusterId, clusterRow } from '../../__testUtils__/analyze';
import { detectControllers } from '../../systems/detectControllers';
import { AnnotationJudge } from '../AnnotationJudge';

/** A judge of a cluster with these objects, everything else read and empty. */
export function judgeOf(
  objects: KubernetesObject[],
  options: { aksVersion?: string } = {},
): AnnotationJudge {
  const rows: ResourceRow[] =
    options.aksVersion === undefined
      ? []
      : [clusterRow({ currentKubernetesVersion: options.aksVersion })];
  const context = resolveContextOf(
    {
      cluster: 'aks',
      ...(rows.length > 0 && { armId: clusterId }),
      coverage: 'complete',
      gaps: [],
      origin: 'api',
      reads: observedResources.map(({ group, resource }) => ({
        group,
        resource,
        state: 'complete',
      })),
      objects,
    },
    { rows, gaps: [], readTypes: [] },
  );
  const controllers = detectControllers(context);
  return AnnotationJudge.create({
    context,
    controllers,
    ownershipOf: ingressOwnershipIn(context, controllers),
  });
}
