import { InheritedEffect } from 'backstage-plugin-aks-traffic-common';
import { Fragment } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { outcomeTone } from '../../model/assessment';
import { outcomeName, targetName } from '../../text/assessmentText';
import { asShown } from '../../text/asShown';
import { Claim, ClaimDetail } from '../shared/Claim';
import { Disclosure } from '../shared/Disclosure';
import { EvidenceList } from '../shared/EvidenceList';
import { ObjectName } from '../shared/ObjectName';
import { ToneChip } from '../shared/ToneChip';
import styles from './EffectItem.module.css';
import { TargetVerdict } from './TargetVerdict';

/** Behaviour that no annotation of the Ingress asks for, and what becomes of it at each target. */
export function EffectItem(props: {
  effect: InheritedEffect;
  targets: readonly string[];
}) {
  const { effect, targets } = props;
  const texts = useTexts();
  const verdictAt = (target: string) =>
    effect.targets.find(verdict => verdict.target === target);
  const targetsBy = new Map<string, string[]>();
  for (const target of targets) {
    const outcome = verdictAt(target)?.outcome ?? 'unknown';
    targetsBy.set(outcome, [...(targetsBy.get(outcome) ?? []), target]);
  }
  const outcomes = [...targetsBy];
  return (
    <Disclosure
      nested
      summary={
        <>
          <span className={styles.message}>{asShown(effect.message)} </span>
          <Claim>
            {outcomes.map(([outcome, at]) => (
              <Fragment key={outcome}>
                <ToneChip tone={outcomeTone(outcome)}>
                  {outcomeName(texts, outcome)}
                </ToneChip>
                {outcomes.length > 1 && (
                  <ClaimDetail>
                    {at.map(target => targetName(texts, target)).join(', ')}
                  </ClaimDetail>
                )}
              </Fragment>
            ))}
          </Claim>
        </>
      }
    >
      <div className={styles.details}>
        <ObjectName object={effect.object} />
        {targets.map(target => (
          <div key={target}>
            <ClaimDetail>{targetName(texts, target)}</ClaimDetail>
            <TargetVerdict verdict={verdictAt(target)} />
          </div>
        ))}
        <EvidenceList evidence={effect.evidence} />
      </div>
    </Disclosure>
  );
}
