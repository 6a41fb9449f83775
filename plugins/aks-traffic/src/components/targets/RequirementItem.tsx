import { TargetRequirement } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { metTone } from '../../model/assessment';
import { Claim, ClaimDetail } from '../shared/Claim';
import { Disclosure } from '../shared/Disclosure';
import { EvidenceList } from '../shared/EvidenceList';
import { LinkedProse } from '../shared/LinkedProse';
import { Texts } from '../../text/texts';
import { asShown } from '../../text/asShown';
import { ToneChip } from '../shared/ToneChip';
import styles from './RequirementItem.module.css';

/** One thing that a target needs, whether it is there, and what shows it. */
export function RequirementItem(props: { requirement: TargetRequirement }) {
  const { met, message, remedy, evidence, source } = props.requirement;
  const texts = useTexts();
  const { t } = texts;
  const isAtHand = met === false && remedy !== undefined;
  return (
    <Disclosure
      nested
      summary={
        <Claim>
          <ToneChip tone={isAtHand ? 'warning' : metTone(met)}>
            {isAtHand ? t('targets.notMetYet') : metText(texts, met)}
          </ToneChip>{' '}
          <span className={styles.message}>
            {asShown([message, remedy].filter(Boolean).join(' '))}
          </span>
        </Claim>
      }
    >
      <EvidenceList evidence={evidence} />
      <ClaimDetail>
        {t('ingress.retirementSource', {
          source: <LinkedProse text={source} />,
        })}
      </ClaimDetail>
    </Disclosure>
  );
}

function metText({ t }: Texts, met: boolean | 'unknown'): string {
  if (met === 'unknown') {
    return t('targets.metUnknown');
  }
  return met ? t('targets.met') : t('targets.notMet');
}
