import { useTexts } from '../../hooks/useTexts';
import { riskTone } from '../../model/risk';
import { Topic } from '../../model/topics';
import { riskName } from '../../text/names';
import { Claim, ClaimDetail } from '../shared/Claim';
import { Disclosure } from '../shared/Disclosure';
import { EvidenceList } from '../shared/EvidenceList';
import { RiskIcon } from '../shared/RiskIcon';
import { ToneChip } from '../shared/ToneChip';
import styles from './TopicRow.module.css';

/** What rules found about one question; opens the evidence for it where they found something. */
export function TopicRow(props: { topic: Topic }) {
  const { name, findings, isRead } = props.topic;
  const texts = useTexts();
  const { t } = texts;
  const [worst] = findings;
  const summary = (
    <span className={styles.topic}>
      <span className={styles.name}>{t(`topic.${name}`)} </span>
      <Claim>
        {worst === undefined ? (
          <ToneChip tone="neutral">
            {isRead ? t('topic.nothing') : t('topic.nothingInWhatWasRead')}
          </ToneChip>
        ) : (
          <ToneChip
            tone={riskTone(worst.severity)}
            icon={<RiskIcon risk={worst.severity} />}
          >
            {riskName(texts, worst.severity)}
          </ToneChip>
        )}
        {findings.map((finding, index) => (
          <ClaimDetail key={index}>{finding.message}</ClaimDetail>
        ))}
      </Claim>
    </span>
  );
  return worst === undefined ? (
    <div className={styles.closed}>{summary}</div>
  ) : (
    <Disclosure nested summary={summary}>
      <EvidenceList evidence={findings.flatMap(({ evidence }) => evidence)} />
    </Disclosure>
  );
}
