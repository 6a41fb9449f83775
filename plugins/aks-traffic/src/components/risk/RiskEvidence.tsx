import { Text } from '@backstage/ui';
import {
  EntityTraffic,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { ReactNode } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { ClusterFindings } from '../../model/clusterFindings';
import { isWhole, Reading } from '../../model/coverage';
import { findingViewKey } from '../../model/findingKey';
import { FindingView, isDecided } from '../../model/risk';
import { ExpandableList } from '../shared/ExpandableList';
import { FindingItem } from './FindingItem';
import { FindingsOfCluster } from './FindingsOfCluster';
import { OpenReading } from './OpenReading';

const findingsShown = 5;

/** Every finding with its evidence and what to do; where there is none, what that is worth. */
export function RiskEvidence(props: {
  traffic: EntityTraffic;
  services: readonly ServiceTraffic[];
  findings: readonly FindingView[];
  ofClusters: readonly ClusterFindings[];
  reading: Reading;
  now: Date;
  /** What can be done here about a finding of a service. */
  actionsFor?: (view: FindingView) => ReactNode;
}) {
  const { traffic, services, findings, ofClusters, reading, now, actionsFor } =
    props;
  const { t } = useTexts();
  const hasUnknown = services.some(service => service.risk === 'unknown');
  const count = services.length;
  return (
    <>
      {findings.length > 0 && (
        <ExpandableList
          items={findings}
          limit={findingsShown}
          keyOf={findingViewKey}
        >
          {view => (
            <FindingItem
              finding={view.finding}
              retirement={view.retirement}
              service={services.length > 1 ? view.service : undefined}
              waiver={view.waiver}
              now={now}
              actions={actionsFor?.(view)}
            />
          )}
        </ExpandableList>
      )}
      {hasUnknown && (
        <Text as="p" variant="body-small">
          {t('risk.unknownMeaning')}
        </Text>
      )}
      {findings.length === 0 && !hasUnknown && (
        <Text as="p" variant="body-small">
          {isWhole(reading)
            ? t('risk.wholeRead', { count })
            : t('risk.partlyRead', { count })}{' '}
          {!services.every(isDecided) && t('risk.partlyKnown')}
        </Text>
      )}
      {(hasUnknown || findings.length === 0) && (
        <OpenReading services={services} reading={reading} now={now} />
      )}
      {ofClusters.map(ofCluster => (
        <FindingsOfCluster
          key={ofCluster.cluster}
          ofCluster={ofCluster}
          traffic={traffic}
          now={now}
        />
      ))}
    </>
  );
}
