import { Button } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { RiRefreshLine } from '@remixicon/react';
import { aksTrafficRefreshPermission } from 'backstage-plugin-aks-traffic-common';
import { useId } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { RefreshView } from '../../model/clusters/refresh';
import { refreshText } from '../../text/refreshText';
import styles from './RefreshControl.module.css';

/** Has a cluster read again now, and says how that is going; for those who may not, why the button does nothing. */
export function RefreshControl(props: {
  cluster: string;
  view: RefreshView;
  onRefresh: () => void;
}) {
  const { cluster, view, onRefresh } = props;
  const texts = useTexts();
  const { t } = texts;
  const noteId = useId();
  const { allowed, loading } = usePermission({
    permission: aksTrafficRefreshPermission,
  });
  const isDenied = !loading && !allowed;
  const note = isDenied
    ? t('refresh.denied', { permission: aksTrafficRefreshPermission.name })
    : refreshText(texts, view);
  return (
    <div className={styles.refresh}>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiRefreshLine />}
        isDisabled={!allowed || view.kind === 'too-soon'}
        isPending={view.kind === 'queued' || view.kind === 'reading'}
        aria-label={t('refresh.labelOf', { cluster })}
        aria-describedby={noteId}
        onPress={onRefresh}
      >
        {t('refresh.label')}
      </Button>
      <span id={noteId} className={styles.note} role="status">
        {note}
      </span>
    </div>
  );
}
