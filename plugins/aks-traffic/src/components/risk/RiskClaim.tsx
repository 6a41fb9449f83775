import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { ClusterFindings } from '../../model/clusterFindings';
import { isWhole, Reading } from '../../model/coverage';
import {
  compareRisk,
  deadlineOf,
  FindingView,
  isDecided,
  isOnlyWaived,
  isSettled,
  isWaived,
  riskTone,
} from '../../model/risk';
import { tallyOf } from '../../model/tally';
import { riskName } from '../../text/names';
import { deadlineText } from '../../text/deadlineText';
import { Claim, ClaimDetail, ClaimName } from '../shared/Claim';
import { RiskIcon } from '../shared/RiskIcon';
import { ToneChip } from '../shared/ToneChip';

/** The worst risk with its deadline and the finding behind it, which nobody accepts; further ones are counted. */
export function RiskClaim(props: {
  services: readonly ServiceTraffic[];
  findings: readonly FindingView[];
  ofClusters: readonly ClusterFindings[];
  reading: Reading;
  now: Date;
}) {
  const { services, findings, ofClusters, reading, now } = props;
  const texts = useTexts();
  const { t } = texts;
  const risks = tallyOf(
    services.map(service => service.risk as string),
    compareRisk,
  );
  const open = findings.filter(view => !isWaived(view));
  const urgent = open.find(view => view.finding.severity === risks[0]?.value);
  const deadline = urgent && deadlineOf({ ...urgent, now });
  const left = deadline && deadlineText(texts, deadline);
  const settled = isSettled({ services, reading });
  const isKnown = services.every(isDecided);
  const limits = [
    !isKnown && t('risk.inWhatIsKnown'),
    isKnown && !isWhole(reading) && t('risk.inWhatWasRead'),
    services.some(isOnlyWaived) && t('risk.butWaived'),
  ].filter(Boolean);
  const furtherFindings = open.length - (urgent ? 1 : 0);
  const waivedFindings = findings.length - open.length;
  const relevantOfClusters = ofClusters.flatMap(({ relevant }) => relevant);
  const counts = [
    furtherFindings > 0 &&
      t(urgent ? 'risk.moreFindings' : 'risk.findings', {
        count: furtherFindings,
      }),
    waivedFindings > 0 && t('risk.waivedFindings', { count: waivedFindings }),
    relevantOfClusters.length > 0 &&
      t('risk.findingsOfClusters', { count: relevantOfClusters.length }),
  ].filter(Boolean);
  return (
    <>
      <Claim>
        {risks.map(({ value, count }) => (
          <ToneChip
            key={value}
            tone={riskTone(value, settled)}
            icon={<RiskIcon risk={value} />}
          >
            {services.length > 1
              ? t('card.tally', {
                  name: riskName(texts, value),
                  number: String(count),
                })
              : riskName(texts, value)}
          </ToneChip>
        ))}
        {risks[0]?.value === 'none' && !settled && (
          <ClaimDetail>{limits.join(', ')}</ClaimDetail>
        )}
        {left && (
          <>
            <ClaimName>{left.summary}</ClaimName>
            {left.detail !== undefined && (
              <ClaimDetail>{left.detail}</ClaimDetail>
            )}
          </>
        )}
      </Claim>
      {urgent && <ClaimDetail>{urgent.finding.message}</ClaimDetail>}
      {counts.length > 0 && <ClaimDetail>{counts.join(' · ')}</ClaimDetail>}
    </>
  );
}
