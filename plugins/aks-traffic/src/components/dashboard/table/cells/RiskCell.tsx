import { Cell } from '@backstage/ui';
import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../../hooks/useTexts';
import { riskTone } from '../../../../model/risk';
import { riskName } from '../../../../text/names';
import { RiskIcon } from '../../../shared/RiskIcon';
import { ToneChip } from '../../../shared/ToneChip';
import { Lines } from '../../../shared/Lines';

/** The worst finding that is not waived, with the score, and how many are waived. */
export function RiskCell(props: { item: ServiceListItem }) {
  const { risk, score, waivers, coverage } = props.item;
  const texts = useTexts();
  const { t } = texts;
  const isOnlyWaived = risk === 'none' && waivers > 0;
  const details = [
    // What has nothing to move from scores nothing, whatever else was found.
    Boolean(score) && t('services.score', { score: String(score) }),
    waivers > 0 && t('services.waivers', { count: waivers }),
  ].filter(Boolean);
  return (
    <Cell>
      <Lines detail={details.join(' · ')}>
        <ToneChip
          tone={riskTone(risk, coverage === 'complete' && !isOnlyWaived)}
          icon={<RiskIcon risk={isOnlyWaived ? 'info' : risk} />}
        >
          {isOnlyWaived ? t('risk.onlyWaived') : riskName(texts, risk)}
        </ToneChip>
      </Lines>
    </Cell>
  );
}
