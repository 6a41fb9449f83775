import {
  AnnotationVerdict,
  Evidence,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { AssessmentInput } from '../model/stages';
import { objectEvidence } from '../objects/evidence';
import { kinds } from '../objects/kinds';

/** The Ingress that an entry point comes from; `undefined` where it comes from something else. */
export function ingressOf(
  { kind, namespace, name }: ObjectRef,
  { index }: AssessmentInput,
): KubernetesObject | undefined {
  return kind === kinds.ingress.kind
    ? index.get(kinds.ingress, name, namespace)
    : undefined;
}

/** Evidence from an annotation. */
export function annotationEvidence(
  { object, key, value }: AnnotationVerdict,
  meaning: string,
): Evidence {
  return objectEvidence({
    object,
    field: `metadata.annotations["${key}"]`,
    value,
    meaning,
  });
}
