import { Text } from '@backstage/ui';
import {
  Retirement,
  ServiceRetirement,
} from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { deadlineOf } from '../../model/risk';
import { deadlineText } from '../../text/deadlineText';
import { asShown } from '../../text/asShown';
import { Claim, ClaimDetail, ClaimName } from '../shared/Claim';
import { Disclosure } from '../shared/Disclosure';
import { EvidenceList } from '../shared/EvidenceList';
import { LinkedProse } from '../shared/LinkedProse';
import { ToneChip } from '../shared/ToneChip';
import styles from './RetirementItem.module.css';

/** An end of support that applies to the service: when, what was said, what that does not mean, and why it applies. */
export function RetirementItem(props: {
  applied: ServiceRetirement;
  /** What the data say about it; absent when the answer does not name it. */
  retirement: Retirement | undefined;
  now: Date;
}) {
  const { applied, retirement, now } = props;
  const texts = useTexts();
  const { t } = texts;
  const deadline = deadlineOf({
    finding: { deadline: applied.date },
    retirement,
    now,
  });
  const left = deadline && deadlineText(texts, deadline);
  return (
    <div className={styles.retirement}>
      <Claim>
        <ClaimName>{retirement?.title ?? applied.retirement}</ClaimName>
        <ToneChip tone={deadline?.state === 'past' ? 'negative' : 'warning'}>
          {left ? left.summary : t('retirement.noDate')}
        </ToneChip>
        {left?.detail !== undefined && <ClaimDetail>{left.detail}</ClaimDetail>}
      </Claim>
      <Text as="p" variant="body-small">
        {asShown(applied.statement)}
      </Text>
      <Text as="p" variant="body-small">
        <strong>{t('retirement.doesNotMean')}:</strong>{' '}
        {asShown(applied.doesNotMean)}
      </Text>
      {retirement !== undefined && (
        <Text as="p" variant="body-small" color="secondary">
          {t('ingress.retirementSource', {
            source: <LinkedProse text={retirement.source} />,
          })}
        </Text>
      )}
      <Disclosure
        nested
        summary={<ClaimDetail>{t('retirement.why')}</ClaimDetail>}
      >
        <EvidenceList evidence={applied.evidence} />
      </Disclosure>
    </div>
  );
}
