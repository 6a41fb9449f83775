import { Text } from '@backstage/ui';
import {
  ClusterCoverage,
  EntityTraffic,
  Finding,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { incompleteOf } from '../../model/coverage';
import { FindingView, isWhole } from '../../model/risk';
import { ClusterLine } from '../coverage/ClusterLine';
import { ExpandableList } from '../shared/ExpandableList';
import { FindingItem } from './FindingItem';

const findingsShown = 5;

/** Every finding with its evidence and what to do; where there is none, what that is worth. */
export function RiskEvidence(props: {
  traffic: EntityTraffic;
  services: readonly ServiceTraffic[];
  findings: readonly FindingView[];
  coverage: readonly ClusterCoverage[];
  now: Date;
}) {
  const { traffic, services, findings, coverage, now } = props;
  const { t } = useTexts();
  const hosting = new Set(services.map(service => service.cluster));
  const hasUnknown = services.some(service => service.risk === 'unknown');
  return (
    <>
      {findings.length > 0 && (
        <ExpandableList items={findings} limit={findingsShown}>
          {view => (
            <FindingItem
              finding={view.finding}
              retirement={view.retirement}
              service={services.length > 1 ? view.service : undefined}
              now={now}
            />
          )}
        </ExpandableList>
      )}
      {findings.length === 0 && !hasUnknown && (
        <Text as="p" variant="body-small">
          {isWhole(coverage) ? t('risk.wholeRead') : t('risk.partlyRead')}
        </Text>
      )}
      {hasUnknown && (
        <Text as="p" variant="body-small">
          {t('risk.unknownMeaning')}
        </Text>
      )}
      {(hasUnknown || findings.length === 0) && (
        <ExpandableList items={incompleteOf(coverage)} limit={5}>
          {cluster => <ClusterLine cluster={cluster} now={now} />}
        </ExpandableList>
      )}
      {traffic.clusters
        .filter(cluster => hosting.has(cluster.name))
        .filter(cluster => cluster.findings.length > 0)
        .map(cluster => (
          <div key={cluster.name}>
            <Text as="p" variant="body-small" weight="bold">
              {t('risk.clusterFindings', { cluster: cluster.name })}
            </Text>
            <ExpandableList items={cluster.findings} limit={findingsShown}>
              {(finding: Finding) => (
                <FindingItem
                  finding={finding}
                  retirement={traffic.retirements.find(
                    retirement => retirement.id === finding.retirement,
                  )}
                  now={now}
                />
              )}
            </ExpandableList>
          </div>
        ))}
    </>
  );
}
