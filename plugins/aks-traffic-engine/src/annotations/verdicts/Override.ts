import {
  AnnotationOutcome,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { GatewayApiBundle } from '../catalogue/gatewayApiFields';

/** What the value of an annotation makes of a target's verdict. */
export interface Override {
  outcome: AnnotationOutcome;
  reason: string;
  replacement?: string;
  /** First bundle of the Gateway API that has what the replacement needs. */
  since?: GatewayApiBundle;
}

/** By target, or one for all of them. Targets that are left out keep the verdict of the annotation. */
export type Overrides =
  | { all: Override }
  | Partial<Record<MigrationTarget, Override>>;

/** Nothing has to be carried over, for the reason given. */
export function dropped(reason: string): Overrides {
  return { all: { outcome: 'drop', reason } };
}

/** No target has anything for it. */
export function blocked(reason: string): Overrides {
  return { all: { outcome: 'blocked', reason } };
}
