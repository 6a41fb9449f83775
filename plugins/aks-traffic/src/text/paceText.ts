import { Pace } from '../model/dashboard/pace';
import { numberText } from './numbers';
import { Texts } from './texts';
import { dayText } from './times';

/** Says how fast the campaign goes, and when it would be over. */
export function paceText(texts: Texts, pace: Pace): string {
  const { t } = texts;
  switch (pace.kind) {
    case 'too-short':
      return t('pace.tooShort');
    case 'done':
      return t('pace.done');
    case 'halted':
      return pace.added === 0
        ? t('pace.halted', { count: pace.days })
        : t('pace.growing', {
            count: pace.days,
            added: numberText(texts, pace.added),
          });
    default:
      return t('pace.falling', {
        count: pace.days,
        moved: numberText(texts, pace.moved),
        done: dayText(texts, pace.done),
      });
  }
}
