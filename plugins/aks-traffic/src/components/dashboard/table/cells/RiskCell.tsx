import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../../hooks/useTexts';
import {
  isListedOnlyWaived,
  isListedSettled,
  riskTone,
} from '../../../../model/risk';
import { riskName } from '../../../../text/names';
import { RiskIcon } from '../../../shared/RiskIcon';
import { ToneChip } from '../../../shared/ToneChip';
import { Lines } from '../../../shared/Lines';

/** The worst finding that is not waived, with the score, and how many are waived. */
export function RiskCell(props: { item: ServiceListItem }) {
  const { item } = props;
  const { risk, score, waivers } = item;
  const texts = useTexts();
  const { t } = texts;
  const isOnlyWaived = isListedOnlyWaived(item);
  const details = [
    // What has nothing to move from scores nothing, whatever else was found.
    Boolean(score) && t('services.score', { score: String(score) }),
    waivers > 0 && t('services.waivers', { count: waivers }),
  ].filter(Boolean);
  return (
    <Lines detail={details.join(' · ')}>
      <ToneChip
        tone={riskTone(risk, isListedSettled(item))}
        icon={<RiskIcon risk={isOnlyWaived ? 'info' : risk} />}
      >
        {isOnlyWaived ? t('risk.onlyWaived') : riskName(texts, risk)}
      </ToneChip>
    </Lines>
  );
}
