import { Text } from '@backstage/ui';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { incompleteOf, Reading } from '../../model/coverage';
import { ClusterLine } from '../coverage/ClusterLine';
import { ListGaps } from '../coverage/ListGaps';
import { ExpandableList } from '../shared/ExpandableList';

/** What was not read, and so could hold a finding: of the services' own clusters, and elsewhere. */
export function OpenReading(props: {
  services: readonly ServiceTraffic[];
  reading: Reading;
  now: Date;
}) {
  const { services, reading, now } = props;
  const { t } = useTexts();
  const hosting = new Set(services.map(service => service.cluster));
  const incomplete = incompleteOf(reading.clusters);
  const own = incomplete.filter(({ cluster }) => hosting.has(cluster));
  const elsewhere = incomplete.length - own.length;
  return (
    <>
      {own.length > 0 && (
        <ExpandableList items={own} limit={5}>
          {cluster => <ClusterLine cluster={cluster} now={now} />}
        </ExpandableList>
      )}
      {elsewhere > 0 && (
        <Text as="p" variant="body-small">
          {t('risk.elsewhere', { count: elsewhere })}
        </Text>
      )}
      <ListGaps gaps={reading.gaps} />
    </>
  );
}
