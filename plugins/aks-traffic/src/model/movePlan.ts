import {
  EntityTraffic,
  MigrationTarget,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { isSameService, worstFirst } from './serviceKey';

/** What the template that moves Ingresses is filled in with; its parameters have these names. */
export interface MovePlan {
  entityRef: string;
  cluster: string;
  namespace: string;
  /** As `namespace/name`; all of the namespace when absent. */
  ingresses?: string[];
  /** Absent where none is recommended, so that a person chooses. */
  target?: MigrationTarget;
}

/** How to move a Service off what is being retired; `undefined` when no Ingress of it stands on such a thing. */
export function movePlanOf(options: {
  traffic: EntityTraffic;
  service: ServiceTraffic;
}): MovePlan | undefined {
  const { traffic, service } = options;
  const assessment = traffic.assessments.find(candidate =>
    isSameService(candidate, service),
  );
  const applying = new Set(
    assessment?.retirements.map(({ retirement }) => retirement),
  );
  const retiring = new Set(
    traffic.retirements
      .filter(({ id }) => applying.has(id))
      .flatMap(({ systems }) => systems),
  );
  const ingresses = service.entryPoints
    .filter(
      ({ resource, system }) =>
        resource.kind === 'Ingress' && retiring.has(system),
    )
    .map(({ resource }) => `${resource.namespace}/${resource.name}`);
  if (ingresses.length === 0) {
    return undefined;
  }
  const { cluster, namespace } = service;
  const target = assessment?.targets.find(
    option => option.recommended && option.eligible === true,
  )?.target;
  return {
    entityRef: traffic.entityRef,
    cluster,
    namespace,
    ingresses: [...new Set(ingresses)].sort(),
    ...(target && { target }),
  };
}

/** How to move the Service of an entity that needs it most. */
export function firstMovePlan(traffic: EntityTraffic): MovePlan | undefined {
  return worstFirst(traffic)
    .map(service => movePlanOf({ traffic, service }))
    .find(plan => plan !== undefined);
}
