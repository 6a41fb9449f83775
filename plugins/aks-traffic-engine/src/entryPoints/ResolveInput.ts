import { KubernetesObject } from '../model/observation';
import { ResolveContext } from '../model/resolveContext';
import { AutoscalingBounds } from '../capabilities/autoscalingBounds';
import { Reach } from '../exposure/Reach';
import { IngressOwnershipOf } from '../ownership/IngressOwnership';
import { ControllerInstance } from '../systems/ControllerInstance';

/** What every kind of entry point is resolved from. */
export interface ResolveInput {
  context: ResolveContext;
  controllers: readonly ControllerInstance[];
  ownershipOf: IngressOwnershipOf;
  /** From where a Service can be reached, by its own type and by what leads to it. */
  reachOf(service: KubernetesObject): Reach;
  autoscalingOf: AutoscalingBounds;
}
