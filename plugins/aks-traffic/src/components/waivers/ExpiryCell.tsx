import { Cell } from '@backstage/ui';
import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { daysUntil, parseDay, parseMoment } from '../../model/dates';
import { isWaiverState, waiverTone } from '../../model/waivers/waiverState';
import { entityName } from '../../text/groupName';
import { dayText } from '../../text/times';
import { Lines } from '../shared/Lines';
import { ToneChip } from '../shared/ToneChip';

/** Whether a waiver counts, and until when it does or did. */
export function ExpiryCell(props: { waiver: Waiver; now: Date }) {
  const { waiver, now } = props;
  const texts = useTexts();
  const { t } = texts;
  return (
    <Cell>
      <Lines detail={detailOf()}>
        <ToneChip tone={waiverTone(waiver.state)}>
          {isWaiverState(waiver.state)
            ? t(`waiverState.${waiver.state}`)
            : t('card.unrecognised', { value: waiver.state })}
        </ToneChip>
      </Lines>
    </Cell>
  );

  function detailOf(): string | undefined {
    const revoked = parseMoment(waiver.revokedAt);
    if (waiver.state === 'revoked' && revoked) {
      return t('waivers.revokedBy', {
        who: waiver.revokedBy ? entityName(waiver.revokedBy) : '?',
        date: dayText(texts, revoked),
      });
    }
    const day = parseDay(waiver.expiresAt);
    if (day === undefined) {
      return undefined;
    }
    const left = daysUntil({ day, now });
    return waiver.state === 'active'
      ? t('waivers.until', {
          date: dayText(texts, day),
          left:
            left <= 0
              ? t('deadline.lastDay')
              : t('deadline.daysLeft', { count: left }),
        })
      : t('waivers.untilPast', { date: dayText(texts, day) });
  }
}
