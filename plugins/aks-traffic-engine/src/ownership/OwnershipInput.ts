import { KubernetesObject } from '../model/observation';
import { ResolveContext } from '../model/resolveContext';
import { ControllerInstance } from '../systems/ControllerInstance';
import { IngressServing } from '../systems/SystemDefinition';
import { Claim } from './claimOf';
import { ClassQuestion } from './ClassQuestion';

/** A controller together with what it does with an Ingress and the rule that says so. */
export interface Claimant {
  controller: ControllerInstance;
  serving: IngressServing;
  claim: Claim;
}

/** Everything the steps of judging one Ingress need to know. */
export interface OwnershipInput {
  context: ResolveContext;
  ingress: KubernetesObject;
  question: ClassQuestion;
  controllers: readonly ControllerInstance[];
  /** Controllers by the Services that lead to them. */
  fronts: ReadonlyMap<KubernetesObject, readonly ControllerInstance[]>;
  /** Controllers that claim the Ingress or may do so, in the order of the controllers. */
  claimants: readonly Claimant[];
}
