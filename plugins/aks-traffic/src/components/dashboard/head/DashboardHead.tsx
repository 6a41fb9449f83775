import { TrafficSummary } from 'backstage-plugin-aks-traffic-common';
import { clocksOf } from '../../../model/dashboard/clocks';
import { CampaignCounts } from './CampaignCounts';
import { ClockCard } from './ClockCard';
import { CoverageStrip } from './CoverageStrip';
import styles from './DashboardHead.module.css';

/** The clocks, the counts of the whole campaign, and what the counts cannot speak for. */
export function DashboardHead(props: { summary: TrafficSummary; now: Date }) {
  const { summary, now } = props;
  return (
    <div className={styles.head}>
      <div className={styles.cards}>
        {clocksOf({ retirements: summary.retirements, now }).map(clock => (
          <ClockCard key={clock.system} clock={clock} now={now} />
        ))}
        <CampaignCounts total={summary.total} />
      </div>
      <CoverageStrip coverage={summary.coverage} gaps={summary.gaps} />
    </div>
  );
}
