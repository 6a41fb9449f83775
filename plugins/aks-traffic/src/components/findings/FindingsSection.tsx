import { Button } from '@backstage/ui';
import {
  EntityTraffic,
  Finding,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { clusterFindings } from '../../model/clusterFindings';
import { Reading } from '../../model/coverage';
import { findingViews, isWaived } from '../../model/risk';
import { FoldedFindings } from '../risk/FoldedFindings';
import { RiskEvidence } from '../risk/RiskEvidence';
import { Section } from '../shared/Section';
import { WaiverDialog } from '../waivers';

/** What was found about the service and its cluster, with what to do; findings of the service can be waived. */
export function FindingsSection(props: {
  traffic: EntityTraffic;
  service: ServiceTraffic;
  reading: Reading;
  now: Date;
  /** A waiver was made, so that the answer is no longer the newest. */
  onWaived: () => void;
}) {
  const { traffic, service, reading, now, onWaived } = props;
  const { cluster, namespace, service: name } = service;
  const { t } = useTexts();
  const [waiving, setWaiving] = useState<Finding>();
  const services = [service];
  return (
    <Section title={t('findings.title')}>
      <FoldedFindings.Provider value>
        <RiskEvidence
          traffic={traffic}
          services={services}
          findings={findingViews({ traffic, services, now })}
          ofClusters={clusterFindings({ traffic, services })}
          reading={reading}
          now={now}
          actionsFor={({ finding, waiver }) =>
            traffic.canWaive &&
            !isWaived({ waiver }) && (
              <Button
                size="small"
                variant="secondary"
                aria-label={t('findings.waiveRule', { rule: finding.ruleId })}
                onPress={() => setWaiving(finding)}
              >
                {t('findings.waive')}
              </Button>
            )
          }
        />
      </FoldedFindings.Provider>
      {waiving && (
        <WaiverDialog
          isOpen
          finding={{
            cluster,
            namespace,
            service: name,
            ruleId: waiving.ruleId,
            subject: waiving.subject,
            message: waiving.message,
          }}
          onClose={() => setWaiving(undefined)}
          onCreated={onWaived}
        />
      )}
    </Section>
  );
}
