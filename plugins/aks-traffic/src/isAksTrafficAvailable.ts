import { Entity } from '@backstage/catalog-model';
import { kubernetesAnnotations } from 'backstage-plugin-aks-traffic-common';

/**
 * Whether an entity has an annotation that leads to Kubernetes Services; a condition for `EntitySwitch.Case` in
 * apps that show the card on such entities only.
 *
 * @public
 */
export function isAksTrafficAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return [kubernetesAnnotations.id, kubernetesAnnotations.labelSelector].some(
    annotation => Boolean(annotations[annotation]),
  );
}
