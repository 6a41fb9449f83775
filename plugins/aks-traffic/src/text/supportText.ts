import { Support } from '../model/support';
import { endText } from './endText';
import { Texts } from './texts';
import { dayText, monthText } from './times';

/** Says how long something is supported. */
export function supportText(texts: Texts, support: Support): string {
  const { t } = texts;
  switch (support.state) {
    case 'supported':
      return t('support.supported');
    case 'preview':
      return t('support.preview');
    case 'none-announced':
      return t('support.noneAnnounced');
    case 'limited':
      return t('support.limited');
    case 'ends':
      return support.retirement.precision === 'month'
        ? t('support.endsThrough', { month: monthText(texts, support.day) })
        : t('support.ends', { date: dayText(texts, support.day) });
    case 'ended':
      return endText(texts, support);
    default:
      return t('support.unknown');
  }
}
