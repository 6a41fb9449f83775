import { Text } from '@backstage/ui';
import { TargetOption } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { effortTone, metTone } from '../../model/assessment';
import { parseDay } from '../../model/dates';
import { effortName, targetName } from '../../text/assessmentText';
import { dayText } from '../../text/times';
import { Texts } from '../../text/texts';
import { asShown } from '../../text/asShown';
import { Claim } from '../shared/Claim';
import { ExpandableList } from '../shared/ExpandableList';
import { SubSection } from '../shared/SubSection';
import { ToneChip } from '../shared/ToneChip';
import { RequirementItem } from './RequirementItem';
import styles from './TargetItem.module.css';

/** One target: whether it can be used, how much work it is, why it stands where it stands, and what it needs. */
export function TargetItem(props: { option: TargetOption }) {
  const { target, eligible, recommended, effort, reasons, blockedBy, ...rest } =
    props.option;
  const texts = useTexts();
  const { t } = texts;
  const asOf = parseDay(rest.asOf);
  return (
    <SubSection title={targetName(texts, target)}>
      <Claim>
        {recommended && (
          <ToneChip tone="info">{t('targets.recommended')}</ToneChip>
        )}
        <ToneChip tone={metTone(eligible)}>
          {eligibleText(texts, eligible)}
        </ToneChip>
        <ToneChip tone={effortTone(effort)}>
          {t('score.effort', { effort: effortName(texts, effort) })}
        </ToneChip>
      </Claim>
      <ul className={styles.reasons}>
        {reasons.map(reason => (
          <li key={reason}>{asShown(reason)}</li>
        ))}
      </ul>
      {blockedBy.length > 0 && (
        <div className={styles.part}>
          <Text as="p" variant="body-small" weight="bold">
            {t('targets.blockedBy')}
          </Text>
          <ExpandableList items={blockedBy} limit={5}>
            {key => <code className={styles.key}>{asShown(key)}</code>}
          </ExpandableList>
        </div>
      )}
      {rest.requirements.length > 0 && (
        <div className={styles.part}>
          <Text as="p" variant="body-small" weight="bold">
            {t('targets.requirements')}
          </Text>
          <ul className={styles.requirements}>
            {rest.requirements.map(requirement => (
              <li key={requirement.id}>
                <RequirementItem requirement={requirement} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {asOf !== undefined && (
        <Text as="p" variant="body-small" color="secondary">
          {t('targets.asOf', { date: dayText(texts, asOf) })}
        </Text>
      )}
    </SubSection>
  );
}

function eligibleText({ t }: Texts, eligible: boolean | 'unknown'): string {
  if (eligible === 'unknown') {
    return t('targets.eligibleUnknown');
  }
  return eligible ? t('targets.eligible') : t('targets.notEligible');
}
