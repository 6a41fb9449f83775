import { RiShieldLine } from '@remixicon/react';
import {
  EntityTraffic,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { clusterFindings } from '../../model/clusterFindings';
import { Reading } from '../../model/coverage';
import { findingViews } from '../../model/risk';
import { ClaimLine } from '../shared/ClaimLine';
import { RiskClaim } from './RiskClaim';
import { RiskEvidence } from './RiskEvidence';

/** The worst that was found, and how long there is to deal with it. */
export function RiskLine(props: {
  traffic: EntityTraffic;
  services: readonly ServiceTraffic[];
  reading: Reading;
  now: Date;
}) {
  const { traffic, services, reading, now } = props;
  const { t } = useTexts();
  const findings = findingViews({ traffic, services, now });
  const ofClusters = clusterFindings({ traffic, services });
  return (
    <ClaimLine
      icon={<RiShieldLine />}
      label={t('risk.label')}
      claim={
        <RiskClaim
          services={services}
          findings={findings}
          ofClusters={ofClusters}
          reading={reading}
          now={now}
        />
      }
    >
      <RiskEvidence
        traffic={traffic}
        services={services}
        findings={findings}
        ofClusters={ofClusters}
        reading={reading}
        now={now}
      />
    </ClaimLine>
  );
}
