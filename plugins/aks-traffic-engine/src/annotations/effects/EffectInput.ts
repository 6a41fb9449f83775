import {
  AnnotationTargetVerdict,
  Evidence,
  InheritedEffect,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { objectEvidence } from '../../objects/evidence';
import { referenceOf } from '../../objects/metadata';
import { IngressOwner } from '../../ownership/IngressOwnership';
import { AnnotationValues } from '../conditions';
import { ReadSettings } from '../ControllerSettings';
import { HostShare } from './HostShare';
import { IngressPath } from './ingressPaths';

/** An Ingress that NGINX serves, and all that has an effect on it. */
export interface EffectInput {
  ingress: KubernetesObject;
  owner: IngressOwner;
  /** Annotations under the prefix that the controller reads, by name. */
  values: AnnotationValues;
  /** The prefix, without the slash. */
  prefix: string;
  paths: readonly IngressPath[];
  /** What its hosts have in common with other Ingresses of the controller. */
  hosts: ReadonlyMap<string, HostShare>;
  /** Absent where the ConfigMap of the controller was not read. */
  settings?: ReadSettings;
  /** Version of Kubernetes; absent when it is not known. */
  aksVersion?: string;
}

/** Finds effects of one kind. */
export type EffectFinder = (input: EffectInput) => Iterable<InheritedEffect>;

/** An effect on the Ingress of the input. */
export function effect(
  { ingress }: EffectInput,
  options: {
    id: string;
    message: string;
    evidence: Evidence[];
    targets: AnnotationTargetVerdict[];
  },
): InheritedEffect {
  const { id, message, evidence, targets } = options;
  return { id, object: referenceOf(ingress), message, evidence, targets };
}

/** Evidence from an annotation, or from its absence. */
export function annotationEvidence(
  { prefix }: EffectInput,
  options: {
    object: KubernetesObject;
    name: string;
    value: string | undefined;
    meaning: string;
  },
): Evidence {
  const { object, name, value, meaning } = options;
  return objectEvidence({
    object,
    field: `metadata.annotations["${prefix}/${name}"]`,
    value,
    meaning,
  });
}
