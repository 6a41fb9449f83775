import {
  AnnotationOutcome,
  AnnotationVerdict,
  Evidence,
} from 'backstage-plugin-aks-traffic-common';

/** What a move asks of a target by one annotation, or one effect. */
export interface Demand {
  /** Key of an annotation or id of an effect. */
  name: string;
  outcome: AnnotationOutcome;
  minAksVersion?: string;
  /** What is known of the annotation, where it is one that ingress-nginx reads. */
  annotation?: AnnotationVerdict;
  /** Made when asked for: of three targets only one is explained. */
  evidence: () => Evidence[];
}
