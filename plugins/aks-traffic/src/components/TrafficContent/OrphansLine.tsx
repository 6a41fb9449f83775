import { RiLinkUnlink } from '@remixicon/react';
import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { compareFindings, riskTone } from '../../model/risk';
import { riskName } from '../../text/names';
import { Claim } from '../shared/Claim';
import { ClaimLine } from '../shared/ClaimLine';
import { ExpandableList } from '../shared/ExpandableList';
import { RiskIcon } from '../shared/RiskIcon';
import { ToneChip } from '../shared/ToneChip';
import { OrphanItem } from './OrphanItem';

/** The entity's Ingresses, routes and classes that lead nowhere, with the worst of what was found about them. */
export function OrphansLine(props: { traffic: EntityTraffic; now: Date }) {
  const { traffic, now } = props;
  const texts = useTexts();
  const { t } = texts;
  const { orphans, retirements } = traffic;
  if (orphans.length === 0) {
    return undefined;
  }
  const [worst] = orphans
    .flatMap(orphan => orphan.findings)
    .sort(compareFindings);
  return (
    <ClaimLine
      icon={<RiLinkUnlink />}
      label={t('orphans.label')}
      claim={
        <Claim>
          <ToneChip tone="warning">
            {t('orphans.count', { count: orphans.length })}
          </ToneChip>
          {worst && (
            <ToneChip
              tone={riskTone(worst.severity)}
              icon={<RiskIcon risk={worst.severity} />}
            >
              {riskName(texts, worst.severity)}
            </ToneChip>
          )}
        </Claim>
      }
    >
      <ExpandableList items={orphans} limit={5}>
        {orphan => (
          <OrphanItem orphan={orphan} retirements={retirements} now={now} />
        )}
      </ExpandableList>
    </ClaimLine>
  );
}
