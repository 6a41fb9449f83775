import { MigrationContext } from '../MigrationContext';
import { ApplicationLoadBalancer } from './applicationLoadBalancer';

/** What every object of the new side needs to know. */
export interface EmitContext extends MigrationContext {
  gateway: { namespace: string; name: string };
  internal: boolean;
  /** Whether somebody said how far the Gateway is to reach, so that its being public is meant. */
  isReachStated: boolean;
  loadBalancer?: ApplicationLoadBalancer;
}
