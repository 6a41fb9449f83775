import { ClusterSummary } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { findingKey } from '../../model/findingKey';
import { ControllerFacts } from '../ingress/ControllerFacts';
import { FindingItem } from '../risk/FindingItem';
import { Disclosure } from '../shared/Disclosure';
import { ExpandableList } from '../shared/ExpandableList';

const shownAtFirst = 5;

/** What was found about the cluster as a whole, and the controllers with the evidence that they are there. */
export function ClusterDetails(props: { cluster: ClusterSummary; now: Date }) {
  const { cluster, now } = props;
  const { t } = useTexts();
  const { findings, controllers } = cluster;
  return (
    <>
      {findings.length > 0 && (
        <Disclosure
          nested
          summary={t('risk.findingsOfClusters', { count: findings.length })}
        >
          <ExpandableList
            items={findings}
            limit={shownAtFirst}
            keyOf={findingKey}
          >
            {finding => <FindingItem finding={finding} now={now} />}
          </ExpandableList>
        </Disclosure>
      )}
      {controllers.length > 0 && (
        <Disclosure
          nested
          summary={t('clusters.controllerCount', {
            count: controllers.length,
          })}
        >
          <ExpandableList items={controllers} limit={shownAtFirst}>
            {controller => (
              <ControllerFacts controller={controller} cluster={cluster.name} />
            )}
          </ExpandableList>
        </Disclosure>
      )}
    </>
  );
}
