import { Text } from '@backstage/ui';
import { EntityTraffic, Finding } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { ClusterFindings } from '../../model/clusterFindings';
import { findingKey } from '../../model/findingKey';
import { ClaimDetail } from '../shared/Claim';
import { Disclosure } from '../shared/Disclosure';
import { ExpandableList } from '../shared/ExpandableList';
import { FindingItem } from './FindingItem';
import styles from './FindingsOfCluster.module.css';

const findingsShown = 5;

/** What was found about a cluster: openly where it concerns the services, and the rest behind one line. */
export function FindingsOfCluster(props: {
  ofCluster: ClusterFindings;
  traffic: EntityTraffic;
  now: Date;
}) {
  const { traffic, now } = props;
  const { cluster, relevant, others } = props.ofCluster;
  const { t } = useTexts();
  const list = (findings: readonly Finding[]) => (
    <ExpandableList items={findings} limit={findingsShown} keyOf={findingKey}>
      {finding => (
        <FindingItem
          finding={finding}
          retirement={traffic.retirements.find(
            retirement => retirement.id === finding.retirement,
          )}
          now={now}
        />
      )}
    </ExpandableList>
  );
  return (
    <div className={styles.cluster}>
      {relevant.length > 0 && (
        <>
          <Text as="p" variant="body-small" weight="bold">
            {t('risk.ofCluster', { cluster })}
          </Text>
          {list(relevant)}
        </>
      )}
      {others.length > 0 && (
        <Disclosure
          nested
          summary={
            <ClaimDetail>
              {t('risk.otherOfCluster', { count: others.length, cluster })}
            </ClaimDetail>
          }
        >
          <Text as="p" variant="body-small" color="secondary">
            {t('risk.otherMeaning')}
          </Text>
          {list(others)}
        </Disclosure>
      )}
    </div>
  );
}
