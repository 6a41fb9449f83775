import { Deadline } from '../model/risk';
import { endText } from './endText';
import { Texts } from './texts';
import { dayText, lastDayText, monthText } from './times';

/** A deadline in two parts: what is left, and the date it is counted to. */
export interface DeadlineText {
  summary: string;
  detail?: string;
}

/** Says how much time is left, or what has passed. */
export function deadlineText(texts: Texts, deadline: Deadline): DeadlineText {
  const { t } = texts;
  if (deadline.state === 'open') {
    const { day, precision, daysLeft } = deadline;
    return {
      summary: daysLeftText(texts, { precision, daysLeft }),
      detail:
        precision === 'month'
          ? t('deadline.through', { month: monthText(texts, day) })
          : t('deadline.until', { date: dayText(texts, day) }),
    };
  }
  if (deadline.endOfSupport) {
    return { summary: endText(texts, deadline) };
  }
  return {
    summary: t('deadline.passed', { date: lastDayText(texts, deadline) }),
  };
}

/** Counts days; those of a month are counted to its end, whose last day nobody called the last one of support. */
export function daysLeftText(
  { t }: Texts,
  options: { precision: 'day' | 'month'; daysLeft: number },
): string {
  const { precision, daysLeft } = options;
  if (daysLeft > 0) {
    return t('deadline.daysLeft', { count: daysLeft });
  }
  return t(
    precision === 'month' ? 'deadline.lastDayOfMonth' : 'deadline.lastDay',
  );
}
