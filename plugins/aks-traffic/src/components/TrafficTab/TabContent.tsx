import { ErrorLike } from '@backstage/errors';
import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { coverageView, incompleteOf, readingOf } from '../../model/coverage';
import { MovePlan } from '../../model/movePlan';
import { serviceKey, worstFirst } from '../../model/serviceKey';
import { CoverageNotices } from '../coverage/CoverageNotices';
import { ElsewhereLine } from '../coverage/ElsewhereLine';
import { OrphansLine } from '../TrafficContent/OrphansLine';
import { DashboardLinks } from './DashboardLinks';
import { ServiceHeader } from './ServiceHeader';
import { ServiceSections } from './ServiceSections';
import styles from './TabContent.module.css';

/** Everything known about the traffic of an entity's Services, one of them at a time. */
export function TabContent(props: {
  traffic: EntityTraffic;
  refreshError?: ErrorLike;
  now: Date;
  /** Key of the Service to show; the one that needs it most where it names none of them. */
  chosen: string | undefined;
  onChoose: (key: string) => void;
  /** Asks for a newer answer. */
  onRefresh: () => void;
  dashboard?: DashboardLinks;
  moveAddressOf?: (plan: MovePlan) => string;
}) {
  const { traffic, refreshError, now, chosen, onChoose, onRefresh, dashboard } =
    props;
  const { moveAddressOf } = props;
  const services = worstFirst(traffic);
  const service =
    services.find(candidate => serviceKey(candidate) === chosen) ?? services[0];
  const { hosting } = coverageView({ traffic, services: [service] });
  const all = coverageView({ traffic, services });
  return (
    <div className={styles.content}>
      <CoverageNotices
        hosting={hosting}
        refreshError={refreshError}
        now={now}
      />
      <ServiceHeader
        services={services}
        service={service}
        hosting={hosting}
        now={now}
        onChoose={onChoose}
        dashboard={dashboard}
      />
      <ServiceSections
        // Another Service starts with nothing open.
        key={serviceKey(service)}
        traffic={traffic}
        service={service}
        now={now}
        onRefresh={onRefresh}
        moveAddressOf={moveAddressOf}
      />
      <div className={styles.rest}>
        <OrphansLine traffic={traffic} now={now} />
        <ElsewhereLine
          clusters={incompleteOf([...all.unread, ...all.searched])}
          total={traffic.coverage.length}
          gaps={readingOf(traffic).gaps}
          now={now}
        />
      </div>
    </div>
  );
}
