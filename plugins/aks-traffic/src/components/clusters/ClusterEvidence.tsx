import { ClusterSummary } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { findingKey } from '../../model/findingKey';
import { ControllerEvidence } from '../ingress/ControllerEvidence';
import { FindingItem } from '../risk/FindingItem';
import { Disclosure } from '../shared/Disclosure';
import { ExpandableList } from '../shared/ExpandableList';
import { WithDetails } from './WithDetails';

const shownAtFirst = 5;

/** What was found about the cluster as a whole, and the controllers with the evidence that they are there. */
export function ClusterEvidence(props: { cluster: ClusterSummary; now: Date }) {
  const { cluster, now } = props;
  const { t } = useTexts();
  const { findingCount, controllers } = cluster;
  return (
    <>
      {findingCount > 0 && (
        <Disclosure
          nested
          summary={t('risk.findingsOfClusters', { count: findingCount })}
        >
          <WithDetails cluster={cluster}>
            {({ findings }) => (
              <ExpandableList
                items={findings}
                limit={shownAtFirst}
                keyOf={findingKey}
              >
                {finding => <FindingItem finding={finding} now={now} />}
              </ExpandableList>
            )}
          </WithDetails>
        </Disclosure>
      )}
      {controllers.length > 0 && (
        <Disclosure
          nested
          summary={t('clusters.controllerCount', {
            count: controllers.length,
          })}
        >
          <WithDetails cluster={cluster}>
            {details => (
              <ExpandableList items={details.controllers} limit={shownAtFirst}>
                {controller => (
                  <ControllerEvidence
                    controller={controller}
                    cluster={cluster.name}
                  />
                )}
              </ExpandableList>
            )}
          </WithDetails>
        </Disclosure>
      )}
    </>
  );
}
