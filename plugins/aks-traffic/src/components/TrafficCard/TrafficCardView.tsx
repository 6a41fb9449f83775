import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../hooks/useTexts';
import { CardState } from '../../model/cardState';
import { DocsUrl } from '../shared/DocsUrl';
import { DeniedState } from '../states/DeniedState';
import { FailedState } from '../states/FailedState';
import { LoadingState } from '../states/LoadingState';
import { NotAnnotatedState } from '../states/NotAnnotatedState';
import { NotFoundState } from '../states/NotFoundState';
import { TrafficContent } from '../TrafficContent/TrafficContent';
import styles from './TrafficCardView.module.css';

/** The card in any of its states, with everything it needs handed to it. */
export function TrafficCardView(props: {
  state: CardState;
  entityName: string;
  now: Date;
  onRetry: () => void;
  docsUrl?: string;
}) {
  const { t } = useTexts();
  return (
    <DocsUrl.Provider value={props.docsUrl}>
      <EntityInfoCard title={t('card.title')} className={styles.card}>
        <CardBody {...props} />
      </EntityInfoCard>
    </DocsUrl.Provider>
  );
}

function CardBody(props: {
  state: CardState;
  entityName: string;
  now: Date;
  onRetry: () => void;
}) {
  const { state, entityName, now, onRetry } = props;
  switch (state.kind) {
    case 'loading':
      return <LoadingState />;
    case 'denied':
      return <DeniedState />;
    case 'failed':
      return <FailedState error={state.error} onRetry={onRetry} />;
    case 'not-annotated':
      return <NotAnnotatedState entityName={entityName} />;
    case 'not-found':
      return (
        <NotFoundState
          traffic={state.traffic}
          refreshError={state.refreshError}
          now={now}
        />
      );
    default:
      return (
        <TrafficContent
          traffic={state.traffic}
          refreshError={state.refreshError}
          now={now}
        />
      );
  }
}
