import { Deadline } from '../model/risk';
import { endText } from './endText';
import { Texts } from './texts';
import { dayText, monthText } from './times';

/** A deadline in two parts: what is left, and the date it is counted to. */
export interface DeadlineText {
  summary: string;
  detail?: string;
}

/** Says how much time is left, or what has passed. */
export function deadlineText(texts: Texts, deadline: Deadline): DeadlineText {
  const { t } = texts;
  const date = dayText(texts, deadline.day);
  if (deadline.state === 'open') {
    return {
      summary:
        deadline.daysLeft === 0
          ? t('deadline.lastDay')
          : t('deadline.daysLeft', { count: deadline.daysLeft }),
      detail: t('deadline.until', { date }),
    };
  }
  if (deadline.endOfSupport) {
    return { summary: endText(texts, deadline) };
  }
  return {
    summary: t('deadline.passed', {
      date:
        deadline.precision === 'month' ? monthText(texts, deadline.day) : date,
    }),
  };
}
