import { Text } from '@backstage/ui';
import { ErrorLike } from '@backstage/errors';
import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { oldestReading } from '../../model/age';
import { coverageView, incompleteOf, readingOf } from '../../model/coverage';
import { CoverageNotices } from '../coverage/CoverageNotices';
import { ElsewhereLine } from '../coverage/ElsewhereLine';
import { Moment } from '../shared/Moment';
import { Claims } from './Claims';
import { OrphansLine } from './OrphansLine';
import { ServiceList } from './ServiceList';
import styles from './TrafficContent.module.css';

/** The traffic of an entity whose Services were found. */
export function TrafficContent(props: {
  traffic: EntityTraffic;
  refreshError?: ErrorLike;
  now: Date;
}) {
  const { traffic, refreshError, now } = props;
  const { services } = traffic;
  const { t } = useTexts();
  const { hosting, searched, unread } = coverageView({ traffic, services });
  const reading = readingOf(traffic);
  const oldest = oldestReading(hosting);
  const [only] = services;
  return (
    <div className={styles.content}>
      <CoverageNotices
        hosting={hosting}
        refreshError={refreshError}
        now={now}
      />
      <Text as="p" variant="body-small" className={styles.place}>
        {services.length === 1
          ? t('card.service', {
              service: only.service,
              namespace: only.namespace,
              cluster: only.cluster,
            })
          : t('card.servicesOnClusters', {
              services: t('card.services', { count: services.length }),
              count: new Set(services.map(service => service.cluster)).size,
            })}
      </Text>
      <Claims
        traffic={traffic}
        services={services}
        reading={reading}
        now={now}
      />
      <OrphansLine traffic={traffic} now={now} />
      <ElsewhereLine
        clusters={incompleteOf([...unread, ...searched])}
        total={traffic.coverage.length}
        gaps={reading.gaps}
        now={now}
      />
      {services.length > 1 && <ServiceList traffic={traffic} now={now} />}
      <p className={styles.age}>
        {oldest === undefined
          ? t('age.neverRead')
          : t(hosting.length > 1 ? 'age.oldestRead' : 'age.read', {
              age: <Moment moment={oldest} now={now} />,
            })}
      </p>
    </div>
  );
}
