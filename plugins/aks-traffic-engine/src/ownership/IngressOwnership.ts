import {
  Confidence,
  Evidence,
  IngressSystem,
} from 'backstage-plugin-aks-traffic-common';
import { Contradiction } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { AnnotationReading } from '../systems/AnnotationReading';
import { ControllerInstance } from '../systems/ControllerInstance';

/** Who serves an Ingress, as far as the evidence goes. */
export interface IngressOwner {
  system: IngressSystem;
  controller?: ControllerInstance;
  /** Services that carry the traffic where no controller was recognised behind them. */
  frontServices: readonly KubernetesObject[];
  /** How it reads annotations of ingress-nginx; absent where it does not, or who serves the Ingress is not known. */
  annotationReading?: AnnotationReading;
  /** `unknown` where it is not certain that anybody serves it. */
  served: true | 'unknown';
  confidence: Confidence;
  evidence: Evidence[];
}

/** What was found out about one Ingress. */
export interface IngressOwnership {
  ingress: KubernetesObject;
  /** None for an orphan; two or more when controllers fight over it. */
  owners: IngressOwner[];
  /** Why nothing serves it, and the system that was meant to. */
  orphan?: { reason: string; system: IngressSystem; evidence: Evidence[] };
  contradictions: Contradiction[];
}

/** Says who serves an Ingress of one cluster. Each is worked out once, whoever asks. */
export type IngressOwnershipOf = (
  ingress: KubernetesObject,
) => IngressOwnership;
