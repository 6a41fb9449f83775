import { Severity } from 'backstage-plugin-aks-traffic-common';

/**
 * By what stored verdicts are stated anew.
 *
 * @public
 */
export interface RestateOptions {
  /** The day that decides. */
  now: Date;
  /** Severity by rule id, over the engine's own. */
  severities?: Readonly<Record<string, Severity>>;
}
