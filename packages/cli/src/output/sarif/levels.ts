import { Severity } from 'backstage-plugin-aks-traffic-common';

/** SARIF knows three levels only; the severity itself is in the properties of a result. */
export const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** Priority from 0 to 100, which tells apart what a level does not. */
export const ranks: Record<Severity, number> = {
  critical: 100,
  high: 80,
  medium: 50,
  low: 20,
  info: 0,
};
