import {
  ClusterCoverage,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import {
  compareRisk,
  deadlineOf,
  FindingView,
  isWhole,
  riskTone,
} from '../../model/risk';
import { tallyOf } from '../../model/tally';
import { riskName } from '../../text/names';
import { deadlineText } from '../../text/deadlineText';
import { Claim, ClaimDetail, ClaimName } from '../shared/Claim';
import { RiskIcon } from '../shared/RiskIcon';
import { ToneChip } from '../shared/ToneChip';

/** The worst risk with its deadline and the finding behind it; further risks are counted. */
export function RiskClaim(props: {
  services: readonly ServiceTraffic[];
  findings: readonly FindingView[];
  coverage: readonly ClusterCoverage[];
  now: Date;
}) {
  const { services, findings, coverage, now } = props;
  const texts = useTexts();
  const { t } = texts;
  const risks = tallyOf(
    services.map(service => service.risk as string),
    compareRisk,
  );
  const urgent = findings.find(
    view => view.finding.severity === risks[0]?.value,
  );
  const deadline = urgent && deadlineOf({ ...urgent, now });
  const left = deadline && deadlineText(texts, deadline);
  const furtherFindings = findings.length - 1;
  return (
    <>
      <Claim>
        {risks.map(({ value, count }) => (
          <ToneChip
            key={value}
            tone={riskTone({ risk: value, coverage })}
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
      {urgent && furtherFindings > 0 && (
        <ClaimDetail>
          {t('risk.moreFindings', { count: furtherFindings })}
        </ClaimDetail>
      )}
      {risks[0]?.value === 'none' && !isWhole(coverage) && (
        <ClaimDetail>{t('risk.partlyRead')}</ClaimDetail>
      )}
      {!urgent && findings.length > 0 && (
        <ClaimDetail>
          {t('risk.findings', { count: findings.length })}
        </ClaimDetail>
      )}
    </>
  );
}
