import { Alert, Container } from '@backstage/ui';
import { ReactNode } from 'react';
import { useSummary } from '../../hooks/dashboard/useSummary';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';
import { reasonOf } from '../../model/cardState';
import { dashboardStateOf } from '../../model/dashboard/dashboardState';
import { DocsUrl } from '../shared/DocsUrl';
import readable from '../shared/readable.module.css';
import styles from './DashboardFrame.module.css';
import { DashboardHead } from './head/DashboardHead';
import { DashboardDenied } from './states/DashboardDenied';
import { DashboardEmpty } from './states/DashboardEmpty';
import { DashboardFailed } from './states/DashboardFailed';
import { DashboardLoading } from './states/DashboardLoading';

const everything = {};

/**
 * What every tab of the dashboard begins with: the clocks, the counts of the whole campaign, and how much was read.
 * The tab itself is only shown where there is something to show.
 */
export function DashboardFrame(props: {
  docsUrl?: string;
  children: ReactNode;
}) {
  const { docsUrl, children } = props;
  return (
    <DocsUrl.Provider value={docsUrl}>
      <Container>
        <div
          className={`${styles.page} ${readable.readable}`}
          data-testid="traffic-dashboard"
        >
          <FrameBody>{children}</FrameBody>
        </div>
      </Container>
    </DocsUrl.Provider>
  );
}

function FrameBody(props: { children: ReactNode }) {
  const { t } = useTexts();
  const now = useNow();
  const answer = useSummary({ filter: everything, groupBy: 'risk' });
  const state = dashboardStateOf(answer);
  switch (state.kind) {
    case 'loading':
      return <DashboardLoading />;
    case 'denied':
      return <DashboardDenied />;
    case 'failed':
      return <DashboardFailed error={state.error} onRetry={answer.retry} />;
    case 'empty':
      return <DashboardEmpty gaps={state.summary.gaps} />;
    default:
      return (
        <>
          {state.refreshError && (
            <Alert
              status="warning"
              icon
              title={t('coverage.refreshFailedTitle')}
              description={t('coverage.refreshFailed', {
                reason: reasonOf(state.refreshError),
              })}
            />
          )}
          <DashboardHead summary={state.summary} now={now} />
          {props.children}
        </>
      );
  }
}
