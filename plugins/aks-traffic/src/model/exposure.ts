import { Exposure } from 'backstage-plugin-aks-traffic-common';
import { Tone } from './tone';

/**
 * Widest first. What is not known ranks right after `public`, because it may be just that.
 */
export const exposureOrder = [
  'public',
  'unknown',
  'pending',
  'private-link',
  'internal',
  'node-port',
  'cluster-only',
] as const satisfies readonly Exposure[];

const tones: Readonly<Record<Exposure, Tone>> = {
  public: 'warning',
  unknown: 'unknown',
  pending: 'unknown',
  'private-link': 'info',
  internal: 'info',
  'node-port': 'warning',
  'cluster-only': 'neutral',
};

/** Whether a value is one this version has a name for; a newer backend may send others. */
export function isKnownExposure(exposure: string): exposure is Exposure {
  return Object.hasOwn(tones, exposure);
}

/** Orders exposures, the widest first. */
export function compareExposure(first: string, second: string): number {
  return rankOf(first) - rankOf(second);
}

/** The tone an exposure is drawn in. */
export function exposureTone(exposure: string): Tone {
  return isKnownExposure(exposure) ? tones[exposure] : 'unknown';
}

function rankOf(exposure: string): number {
  const known = isKnownExposure(exposure) ? exposure : 'unknown';
  return exposureOrder.indexOf(known);
}
