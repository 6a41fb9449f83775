import {
  Finding,
  Retirement,
  Waiver,
} from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { deadlineOf, riskTone } from '../../model/risk';
import { deadlineText } from '../../text/deadlineText';
import { riskName } from '../../text/names';
import { waiverText } from '../../text/waiverText';
import { asShown } from '../../text/asShown';
import { Claim, ClaimDetail } from '../shared/Claim';
import { RiskIcon } from '../shared/RiskIcon';
import { ToneChip } from '../shared/ToneChip';
import styles from './FindingClaim.module.css';

/** What a finding says: how bad, until when, whether it is accepted, and what; the text of a line or a heading. */
export function FindingClaim(props: {
  finding: Finding;
  retirement?: Retirement;
  waiver?: Waiver;
  now: Date;
}) {
  const { finding, retirement, waiver, now } = props;
  const texts = useTexts();
  const deadline = deadlineOf({ finding, retirement, now });
  const left = deadline && deadlineText(texts, deadline);
  return (
    <span className={styles.claim}>
      <Claim>
        <ToneChip
          tone={riskTone(finding.severity)}
          icon={<RiskIcon risk={finding.severity} />}
        >
          {riskName(texts, finding.severity)}
        </ToneChip>
        {waiver && (
          <ToneChip tone={waiver.state === 'active' ? 'info' : 'neutral'}>
            {waiverText(texts, waiver)}
          </ToneChip>
        )}
        {left && (
          <ClaimDetail>
            {[left.summary, left.detail].filter(Boolean).join(' ')}
          </ClaimDetail>
        )}
      </Claim>
      <span className={styles.message}>{asShown(finding.message)} </span>
    </span>
  );
}
