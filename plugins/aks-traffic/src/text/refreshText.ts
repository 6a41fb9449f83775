import { reasonOf } from '../model/cardState';
import { RefreshView } from '../model/clusters/refresh';
import { Texts } from './texts';

/** Says how reading a cluster again is going; nothing when nobody asked for it. */
export function refreshText({ t }: Texts, view: RefreshView): string {
  switch (view.kind) {
    case 'queued':
      return t('refresh.queued');
    case 'reading':
      return t('refresh.reading');
    case 'too-soon':
      return t('refresh.tooSoon', { count: view.seconds });
    case 'failed':
      return reasonOf(view.error);
    default:
      return '';
  }
}
