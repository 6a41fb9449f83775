import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { Tone } from '../tone';

/** What counts now comes first. */
export const waiverStates = [
  'active',
  'expired',
  'revoked',
] as const satisfies readonly Waiver['state'][];

export function isWaiverState(state: string): state is Waiver['state'] {
  return (waiverStates as readonly string[]).includes(state);
}

/** The tone a waiver is drawn in. An active one is no good news: a risk is only accepted. */
export function waiverTone(state: string): Tone {
  return state === 'active' ? 'info' : 'neutral';
}
