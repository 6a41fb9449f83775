import {
  isKnownCampaignState,
  isKnownEffort,
} from '../model/dashboard/vocabulary';
import { Texts } from './texts';

/** The word for how much work a move is. */
export function effortName({ t }: Texts, effort: string): string {
  return isKnownEffort(effort)
    ? t(`effortName.${effort}`)
    : t('card.unrecognised', { value: effort });
}

/** The word for where a service is in the campaign. */
export function campaignStateName({ t }: Texts, state: string): string {
  return isKnownCampaignState(state)
    ? t(`campaignState.${state}`)
    : t('card.unrecognised', { value: state });
}
