import {
  AnnotationVerdict,
  Evidence,
} from 'backstage-plugin-aks-traffic-common';
import { objectEvidence } from '../objects/evidence';

/** Evidence from an annotation that was judged. */
export function verdictEvidence(
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
