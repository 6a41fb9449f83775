import { RiNodeTree } from '@remixicon/react';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { EastWestSummary, summariseEastWest } from '../../model/eastWest';
import { meshName, networkPolicyName } from '../../text/eastWestText';
import { Texts } from '../../text/texts';
import { ClaimDetail } from '../shared/Claim';
import { ClaimLine } from '../shared/ClaimLine';
import { EvidenceList } from '../shared/EvidenceList';
import { ExpandableList } from '../shared/ExpandableList';
import { EastWestFacts } from './EastWestFacts';

const summariesShown = 3;

/** What limits and protects traffic inside the cluster. Quieter than its neighbours: it is a fact, not a verdict. */
export function EastWestLine(props: { services: readonly ServiceTraffic[] }) {
  const { services } = props;
  const texts = useTexts();
  const { t } = texts;
  const summaries = summariseEastWest(services);
  return (
    <ClaimLine
      icon={<RiNodeTree />}
      label={t('eastWest.label')}
      claim={
        <>
          {summaries.slice(0, summariesShown).map((summary, index) => (
            <ClaimDetail key={index}>
              {summaries.length > 1
                ? t('card.tally', {
                    name: claimOf(texts, summary),
                    number: String(summary.services.length),
                  })
                : claimOf(texts, summary)}
            </ClaimDetail>
          ))}
          {summaries.length > summariesShown && (
            <ClaimDetail>
              {t('card.more', { count: summaries.length - summariesShown })}
            </ClaimDetail>
          )}
        </>
      }
    >
      <ExpandableList items={summaries} limit={summariesShown}>
        {summary => (
          <>
            <EastWestFacts
              summary={summary}
              namesServices={summaries.length > 1}
            />
            <EvidenceList evidence={[]} />
          </>
        )}
      </ExpandableList>
    </ClaimLine>
  );
}

function claimOf(texts: Texts, summary: EastWestSummary): string {
  return [
    networkPolicyName(texts, summary.networkPolicy),
    meshName(texts, summary.meshMtls),
  ].join(' · ');
}
