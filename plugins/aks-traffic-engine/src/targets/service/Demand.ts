import {
  AnnotationTargetVerdict,
  AnnotationVerdict,
  Evidence,
} from 'backstage-plugin-aks-traffic-common';

/** What a move asks of its target by one annotation, or one effect. */
export interface Demand {
  /** Key of an annotation or id of an effect. */
  name: string;
  /** What each target has for it. */
  targets: readonly Pick<
    AnnotationTargetVerdict,
    'target' | 'outcome' | 'minAksVersion'
  >[];
  /** What is known of the annotation, where it is one that ingress-nginx reads. */
  annotation?: AnnotationVerdict;
  /** Made when asked for: of three targets only one is explained. */
  evidence: () => Evidence[];
}
