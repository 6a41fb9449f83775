import { ErrorLike } from '@backstage/errors';
import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { ReactNode } from 'react';
import { CardState } from '../../model/cardState';
import { DeniedState } from './DeniedState';
import { FailedState } from './FailedState';
import { LoadingState } from './LoadingState';
import { NotAnnotatedState } from './NotAnnotatedState';
import { NotFoundState } from './NotFoundState';

/** Services that were found, and why the answer about them could not be renewed, if it could not. */
export interface FoundTraffic {
  traffic: EntityTraffic;
  refreshError?: ErrorLike;
}

/** The state of a card or a tab: what is there while there is nothing to show, or what is shown. */
export function TrafficState(props: {
  state: CardState;
  entityName: string;
  now: Date;
  onRetry: () => void;
  children: (found: FoundTraffic) => ReactNode;
}) {
  const { state, entityName, now, onRetry, children } = props;
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
      return <>{children(state)}</>;
  }
}
