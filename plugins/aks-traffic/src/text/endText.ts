import { Texts } from './texts';
import { lastDayText, monthText } from './times';

/**
 * Says that support ended, no more exactly than its source: a month where it named a month, and by reference to
 * the announcement where nothing else is known.
 */
export function endText(
  texts: Texts,
  end: { day: Date; precision: 'day' | 'month'; byAnnouncement: boolean },
): string {
  const { t } = texts;
  if (end.byAnnouncement) {
    return t('deadline.supportEndedByAnnouncement', {
      month: monthText(texts, end.day),
    });
  }
  return t('deadline.supportEnded', {
    date: lastDayText(texts, end),
  });
}
