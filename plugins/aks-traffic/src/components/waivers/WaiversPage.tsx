import { DashboardFrame } from '../dashboard/DashboardFrame';
import { WaiversCard } from './WaiversCard';

/** The tab about the findings that somebody accepted for a time. */
export function WaiversPage(props: { docsUrl?: string }) {
  return (
    <DashboardFrame docsUrl={props.docsUrl}>
      <WaiversCard />
    </DashboardFrame>
  );
}
