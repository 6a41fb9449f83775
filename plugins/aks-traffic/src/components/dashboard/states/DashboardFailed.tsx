import { ErrorLike } from '@backstage/errors';
import { Alert, Button } from '@backstage/ui';
import { useTexts } from '../../../hooks/useTexts';
import { reasonOf } from '../../../model/cardState';

/** Something of the dashboard could not be had, why, and the way to try again. */
export function DashboardFailed(props: {
  title?: string;
  error: ErrorLike;
  onRetry: () => void;
}) {
  const { t } = useTexts();
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={props.title ?? t('dashboard.failed')}
      description={reasonOf(props.error)}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('states.retry')}
        </Button>
      }
    />
  );
}
