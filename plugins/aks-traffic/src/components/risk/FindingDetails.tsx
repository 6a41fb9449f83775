import { Text } from '@backstage/ui';
import {
  Finding,
  ServiceTraffic,
  Waiver,
} from 'backstage-plugin-aks-traffic-common';
import { ReactNode } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { refName } from '../../text/refName';
import { asShown } from '../../text/asShown';
import { EvidenceList } from '../shared/EvidenceList';
import { ObjectName } from '../shared/ObjectName';
import { ServicePlace } from '../shared/ServicePlace';
import styles from './FindingDetails.module.css';
import { RuleDocs } from './RuleDocs';

/** What a finding is about, what to do, and what shows it. */
export function FindingDetails(props: {
  finding: Finding;
  service?: ServiceTraffic;
  waiver?: Waiver;
  actions?: ReactNode;
}) {
  const { finding, service, waiver, actions } = props;
  const { remediation } = finding;
  const { t } = useTexts();
  return (
    <div className={styles.details}>
      <div className={styles.claim}>
        <ObjectName object={finding.subject} />
        {service && <ServicePlace service={service} />}
        {waiver && (
          <Text as="p" variant="body-small">
            {t('waived.by', {
              reason: waiver.reason,
              owner: refName(waiver.owner),
            })}
          </Text>
        )}
        <div>
          <Text as="p" variant="body-small" weight="bold">
            {t('risk.remediation')}: {asShown(remediation.summary)}
          </Text>
          {remediation.actions.length > 0 && (
            <ul className={styles.actions}>
              {remediation.actions.map((action, index) => (
                <li key={index}>{asShown(action)}</li>
              ))}
            </ul>
          )}
          <RuleDocs finding={finding} />
        </div>
        {actions}
      </div>
      <EvidenceList evidence={finding.evidence} />
    </div>
  );
}
