import { Link, Select, Text } from '@backstage/ui';
import {
  ClusterCoverage,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { oldestReading } from '../../model/age';
import { serviceKey } from '../../model/serviceKey';
import { refName } from '../../text/refName';
import { Moment } from '../shared/Moment';
import { DashboardLinks } from './DashboardLinks';
import styles from './ServiceHeader.module.css';

/** Which Service the tab is about, the choice between several, and how old the answer is. */
export function ServiceHeader(props: {
  /** The worst first. */
  services: readonly ServiceTraffic[];
  service: ServiceTraffic;
  hosting: readonly ClusterCoverage[];
  now: Date;
  onChoose: (key: string) => void;
  dashboard?: DashboardLinks;
}) {
  const { services, service, hosting, now, onChoose, dashboard } = props;
  const { t } = useTexts();
  const read = oldestReading(hosting);
  const textOf = (candidate: ServiceTraffic) =>
    t('card.service', {
      service: candidate.service,
      namespace: candidate.namespace,
      cluster: candidate.cluster,
    });
  return (
    <div className={styles.header}>
      {services.length === 1 ? (
        <Text as="p" variant="body-medium">
          {textOf(service)}
        </Text>
      ) : (
        <Select
          className={styles.select}
          label={t('card.services', { count: services.length })}
          options={services.map(candidate => ({
            value: serviceKey(candidate),
            label: textOf(candidate),
          }))}
          value={serviceKey(service)}
          onChange={key => onChoose(String(key))}
        />
      )}
      <div className={styles.aside}>
        {dashboard !== undefined && (
          <>
            {dashboard.owners.map(owner => (
              <Link
                key={owner}
                variant="body-small"
                href={dashboard.addressOf({ owner: [owner] })}
              >
                {t('tab.servicesOfOwner', { owner: refName(owner) })}
              </Link>
            ))}
            <Link
              variant="body-small"
              href={dashboard.addressOf({ cluster: [service.cluster] })}
            >
              {t('tab.servicesOnCluster', { cluster: service.cluster })}
            </Link>
          </>
        )}
        <Text as="p" variant="body-small" color="secondary">
          {read === undefined
            ? t('age.neverRead')
            : t('age.read', { age: <Moment moment={read} now={now} /> })}
        </Text>
      </div>
    </div>
  );
}
