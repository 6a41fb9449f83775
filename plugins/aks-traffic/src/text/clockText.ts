import { Clock } from '../model/dashboard/clocks';
import { daysUntil } from '../model/dates';
import { daysLeftText } from './deadlineText';
import { endText } from './endText';
import { supportText } from './supportText';
import { Texts } from './texts';
import { monthText } from './times';

/** What a clock shows: a number of days, and what it is counted from or to. */
export interface ClockText {
  figure: string;
  detail: string;
}

/** Says how long a system is supported, or how long it has not been; no more exactly than the source. */
export function clockText(
  texts: Texts,
  { support, now }: Pick<Clock, 'support'> & { now: Date },
): ClockText {
  const { t } = texts;
  switch (support.state) {
    case 'ends':
      return {
        figure: daysLeftText(texts, {
          precision: support.retirement.precision ?? 'day',
          daysLeft: support.daysLeft,
        }),
        detail:
          support.retirement.precision === 'month'
            ? t('clock.through', { month: monthText(texts, support.day) })
            : supportText(texts, support),
      };
    case 'ended':
      return {
        figure: t('clock.daysPast', {
          count: -daysUntil({ day: support.day, now }),
        }),
        detail: endText(texts, support),
      };
    default:
      return { figure: t('clock.noDate'), detail: supportText(texts, support) };
  }
}
