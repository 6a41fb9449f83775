import { KubernetesObject } from '../../model/observation';
import { groupOf } from '../../objects/metadata';

/** The object that stands for an Application Gateway for Containers which the ALB Controller manages. */
export interface ApplicationLoadBalancer {
  namespace: string;
  name: string;
}

/** The first one among objects, by name. */
export function findApplicationLoadBalancer(
  objects: readonly KubernetesObject[],
): ApplicationLoadBalancer | undefined {
  return objects
    .filter(
      object =>
        groupOf(object) === 'alb.networking.azure.io' &&
        object.kind === 'ApplicationLoadBalancer',
    )
    .map(({ metadata }) => ({
      namespace: String(metadata.namespace ?? 'default'),
      name: metadata.name,
    }))
    .sort((left, right) => (left.name < right.name ? -1 : 1))[0];
}
