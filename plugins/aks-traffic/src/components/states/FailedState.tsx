import { Alert, Button } from '@backstage/ui';
import { ErrorLike } from '@backstage/errors';
import { useTexts } from '../../hooks/useTexts';
import { reasonOf } from '../../model/cardState';

/** Nothing could be had, why, and the way to try again. */
export function FailedState(props: { error: ErrorLike; onRetry: () => void }) {
  const { t } = useTexts();
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('states.failedTitle')}
      description={reasonOf(props.error)}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('states.retry')}
        </Button>
      }
    />
  );
}
