import { Text } from '@backstage/ui';
import {
  Finding,
  Retirement,
  ServiceTraffic,
  Waiver,
} from 'backstage-plugin-aks-traffic-common';
import { ReactNode } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { deadlineOf, riskTone } from '../../model/risk';
import { deadlineText } from '../../text/deadlineText';
import { riskName } from '../../text/names';
import { Claim, ClaimDetail } from '../shared/Claim';
import { EvidenceList } from '../shared/EvidenceList';
import { ObjectName } from '../shared/ObjectName';
import { RiskIcon } from '../shared/RiskIcon';
import { ServicePlace } from '../shared/ServicePlace';
import { ToneChip } from '../shared/ToneChip';
import { RuleDocs } from './RuleDocs';
import styles from './FindingItem.module.css';
import { WaiverState } from './WaiverState';

/** One finding: what is wrong with what, until when, what to do, and what shows it. */
export function FindingItem(props: {
  finding: Finding;
  retirement?: Retirement;
  /** The service it was made about, where several are shown together. */
  service?: ServiceTraffic;
  /** Whether and how long somebody accepts it. */
  waiver?: Waiver;
  now: Date;
  /** What can be done about it here. */
  actions?: ReactNode;
}) {
  const { finding, retirement, service, waiver, now, actions } = props;
  const texts = useTexts();
  const { t } = texts;
  const { remediation } = finding;
  const deadline = deadlineOf({ finding, retirement, now });
  const left = deadline && deadlineText(texts, deadline);
  return (
    <article className={styles.finding}>
      <div className={styles.claim}>
        <Claim>
          <ToneChip
            tone={riskTone(finding.severity)}
            icon={<RiskIcon risk={finding.severity} />}
          >
            {riskName(texts, finding.severity)}
          </ToneChip>
          {left && (
            <ClaimDetail>
              {[left.summary, left.detail].filter(Boolean).join(' ')}
            </ClaimDetail>
          )}
        </Claim>
        <Text as="p" variant="body-medium">
          {finding.message}
        </Text>
        <ObjectName object={finding.subject} />
        {service && <ServicePlace service={service} />}
        {waiver && <WaiverState waiver={waiver} />}
        <div>
          <Text as="p" variant="body-small" weight="bold">
            {t('risk.remediation')}: {remediation.summary}
          </Text>
          {remediation.actions.length > 0 && (
            <ul className={styles.actions}>
              {remediation.actions.map((action, index) => (
                <li key={index}>{action}</li>
              ))}
            </ul>
          )}
          <RuleDocs finding={finding} />
        </div>
        {actions}
      </div>
      <EvidenceList evidence={finding.evidence} />
    </article>
  );
}
