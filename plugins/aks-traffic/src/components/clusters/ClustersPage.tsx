import { DashboardFrame } from '../dashboard/DashboardFrame';
import { ClustersCard } from './ClustersCard';

/** The tab about the clusters: what was read of each, and what to do about what was not. */
export function ClustersPage(props: { docsUrl?: string }) {
  return (
    <DashboardFrame docsUrl={props.docsUrl}>
      <ClustersCard />
    </DashboardFrame>
  );
}
