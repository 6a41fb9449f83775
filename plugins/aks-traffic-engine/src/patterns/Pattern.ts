import {
  MigrationTarget,
  PatternExposure,
  PatternId,
} from 'backstage-plugin-aks-traffic-common';

/**
 * A way for a new service to take traffic, as data.
 *
 * @public
 */
export interface Pattern {
  id: PatternId;
  title: string;
  /** One sentence on what it is. */
  summary: string;
  exposures: PatternExposure[];
  /** The gateway of it, whose requirements a cluster has to meet; absent where it needs none. */
  target?: MigrationTarget;
  /** Only for what the others cannot carry, so that it is never the one to recommend. */
  isLastResort?: boolean;
  needs: string[];
  gives: string[];
  limits: string[];
  /** When it is the one to take. */
  whenToUse: string[];
  sources: string[];
}
