import { Severity } from 'backstage-plugin-aks-traffic-common';

/**
 * All severities, worst first.
 *
 * @public
 */
export const severityOrder = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const satisfies readonly Severity[];
