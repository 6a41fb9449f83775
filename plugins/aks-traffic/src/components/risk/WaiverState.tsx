import { Text } from '@backstage/ui';
import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { parseMoment } from '../../model/dates';
import { refName } from '../../text/refName';
import { dayText } from '../../text/times';
import { ToneChip } from '../shared/ToneChip';
import styles from './WaiverState.module.css';

/** That somebody accepts a finding, until when, why, and who answers for it; or that it no longer holds. */
export function WaiverState(props: { waiver: Waiver }) {
  const { state, reason, owner, expiresAt, revokedAt } = props.waiver;
  const texts = useTexts();
  const { t } = texts;
  const end = parseMoment(state === 'revoked' ? revokedAt : expiresAt);
  const date = end === undefined ? '' : dayText(texts, end);
  return (
    <div className={styles.waiver}>
      <ToneChip tone={state === 'active' ? 'info' : 'neutral'}>
        {t(`waived.${state}`, { date })}
      </ToneChip>
      <Text as="p" variant="body-small" color="secondary">
        {t('waived.by', { reason, owner: refName(owner) })}
      </Text>
    </div>
  );
}
