import { useGroupSummaries } from '../../../hooks/dashboard/useGroupSummaries';
import { useServiceView } from '../../../hooks/dashboard/dashboardAddress';
import { toggleValue, withFilter } from '../../../model/dashboard/serviceView';
import { BreakdownCard } from '../breakdown/BreakdownCard';
import { BurnDownCard } from '../burnDown/BurnDownCard';
import { DashboardFrame } from '../DashboardFrame';
import { FilterBar } from '../filters/FilterBar';
import { ServicesCard } from '../table/ServicesCard';
import styles from './ServicesPage.module.css';

/** The tab that the campaign is run from: how it is doing, and every service in it. */
export function ServicesPage(props: { docsUrl?: string }) {
  return (
    <DashboardFrame docsUrl={props.docsUrl}>
      <Services />
    </DashboardFrame>
  );
}

function Services() {
  const [view, changeView] = useServiceView();
  const { filter } = view;
  const summaries = useGroupSummaries(filter);
  return (
    <>
      <FilterBar
        summaries={summaries}
        filter={filter}
        onChange={(next, replace) =>
          changeView(previous => withFilter(previous, next), replace)
        }
      />
      <div className={styles.charts}>
        <BurnDownCard filter={filter} />
        <BreakdownCard
          summaries={summaries}
          filter={filter}
          onToggle={(group, value) =>
            changeView(previous =>
              withFilter(previous, toggleValue(previous.filter, group, value)),
            )
          }
        />
      </div>
      <ServicesCard view={view} onChange={changeView} />
    </>
  );
}
