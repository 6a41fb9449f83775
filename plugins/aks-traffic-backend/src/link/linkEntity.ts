import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import {
  EntityMatch,
  kubernetesAnnotations,
} from 'backstage-plugin-aks-traffic-common';
import { isLabelValue } from './selector/labelSyntax';
import { parseLabelSelector } from './selector/parseLabelSelector';
import { LabelRequirement } from './selector/types';

/** How to find the Services of an entity. */
export interface EntityLink {
  match: EntityMatch;
  /** What the labels must meet; `undefined` when the entity names nothing that could be searched for. */
  requirements?: LabelRequirement[];
}

/**
 * Reads the standard Kubernetes annotations of an entity, as the Kubernetes plugin means them: a label selector wins
 * over the id, the id is the value of the label of the same name, and namespace and cluster narrow the search. An
 * empty annotation counts as absent.
 *
 * Without selector and id the Kubernetes backend would fall back to the entity's name, but its own card does not
 * show up then. We do not guess either.
 *
 * @throws InputError naming the annotation when Kubernetes would refuse its value.
 */
export function linkEntity(entity: Entity): EntityLink {
  const annotations = entity.metadata.annotations ?? {};
  const narrowed = {
    namespace: annotations[kubernetesAnnotations.namespace] || undefined,
    cluster: annotations[kubernetesAnnotations.cluster] || undefined,
  };

  const selector = annotations[kubernetesAnnotations.labelSelector];
  if (selector) {
    try {
      return {
        match: { by: 'label-selector', value: selector, ...narrowed },
        requirements: parseLabelSelector(selector),
      };
    } catch (error) {
      throw new InputError(
        `Annotation ${
          kubernetesAnnotations.labelSelector
        } of ${stringifyEntityRef(entity)} is not a label selector: ${
          toError(error).message
        }`,
      );
    }
  }

  const id = annotations[kubernetesAnnotations.id];
  if (id) {
    if (!isLabelValue(id)) {
      throw new InputError(
        `Annotation ${kubernetesAnnotations.id} of ${stringifyEntityRef(
          entity,
        )} cannot be the value of a label: it must have at most 63 letters, digits, '-', '_' and '.', and begin and end with a letter or digit`,
      );
    }
    return {
      match: { by: 'kubernetes-id', value: id, ...narrowed },
      requirements: [
        { operator: 'in', key: kubernetesAnnotations.id, values: [id] },
      ],
    };
  }

  return { match: { by: 'none', ...narrowed } };
}
