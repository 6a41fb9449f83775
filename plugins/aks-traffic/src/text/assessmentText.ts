import {
  isKnownEffort,
  isKnownOutcome,
  isKnownTarget,
} from '../model/assessment';
import { Texts } from './texts';

/** The proper name of what an Ingress can move to. */
export function targetName({ t }: Texts, target: string): string {
  return isKnownTarget(target)
    ? t(`target.${target}`)
    : t('card.unrecognised', { value: target });
}

/** The word for what becomes of an annotation. */
export function outcomeName({ t }: Texts, outcome: string): string {
  return isKnownOutcome(outcome)
    ? t(`outcome.${outcome}`)
    : t('card.unrecognised', { value: outcome });
}

/** The word for how much work a move is. */
export function effortName({ t }: Texts, effort: string): string {
  return isKnownEffort(effort)
    ? t(`effort.${effort}`)
    : t('card.unrecognised', { value: effort });
}
