import { CampaignState } from 'backstage-plugin-aks-traffic-common';
import { DbServiceListRow } from '../../tables';

/** What is remembered of a Service's past. */
export type CampaignPast = Pick<DbServiceListRow, 'at_risk_since' | 'moved_on'>;

/** The columns about the campaign. */
export type CampaignColumns = CampaignPast & { state: CampaignState };

/**
 * Says where a Service is in the campaign. A day on which too little was read ends nothing: what was at risk is not
 * called moved before somebody has seen it so.
 */
export function judgeCampaign(options: {
  past: CampaignPast | undefined;
  /** `undefined` when too little was read to say. */
  atRisk: boolean | undefined;
  day: string;
}): CampaignColumns {
  const { past, atRisk, day } = options;
  const since = past?.at_risk_since ?? null;
  const movedOn = past?.moved_on ?? null;
  if (atRisk) {
    return { state: 'at-risk', at_risk_since: since ?? day, moved_on: null };
  }
  if (atRisk === undefined) {
    return { state: 'unknown', at_risk_since: since, moved_on: movedOn };
  }
  const moved = since === null ? movedOn : day;
  return {
    state: moved === null ? 'clear' : 'moved',
    at_risk_since: null,
    moved_on: moved,
  };
}
