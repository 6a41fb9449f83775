import {
  AnnotationOutcome,
  Evidence,
} from 'backstage-plugin-aks-traffic-common';

/** What a move asks of a target by one annotation, or one effect. */
export interface Demand {
  /** Key of an annotation or id of an effect. */
  name: string;
  outcome: AnnotationOutcome;
  minAksVersion?: string;
  /** Made when asked for: of three targets only one is explained. */
  evidence: () => Evidence[];
}
