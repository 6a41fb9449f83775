import { RiShieldLine } from '@remixicon/react';
import {
  ClusterCoverage,
  EntityTraffic,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { findingViews } from '../../model/risk';
import { ClaimLine } from '../shared/ClaimLine';
import { RiskClaim } from './RiskClaim';
import { RiskEvidence } from './RiskEvidence';

/** The worst that was found, and how long there is to deal with it. */
export function RiskLine(props: {
  traffic: EntityTraffic;
  services: readonly ServiceTraffic[];
  /** Coverage of every cluster that may hold the services. */
  coverage: readonly ClusterCoverage[];
  now: Date;
}) {
  const { traffic, services, coverage, now } = props;
  const { t } = useTexts();
  const findings = findingViews({ traffic, services });
  return (
    <ClaimLine
      icon={<RiShieldLine />}
      label={t('risk.label')}
      claim={
        <RiskClaim
          services={services}
          findings={findings}
          coverage={coverage}
          now={now}
        />
      }
    >
      <RiskEvidence
        traffic={traffic}
        services={services}
        findings={findings}
        coverage={coverage}
        now={now}
      />
    </ClaimLine>
  );
}
