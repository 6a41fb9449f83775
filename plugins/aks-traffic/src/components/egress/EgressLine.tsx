import { RiDoorClosedLine } from '@remixicon/react';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { summariseEgress } from '../../model/egress';
import { ClaimDetail } from '../shared/Claim';
import { ClaimLine } from '../shared/ClaimLine';
import { ExpandableList } from '../shared/ExpandableList';
import { EgressClaim } from './EgressClaim';
import { EgressEvidence } from './EgressEvidence';

const pathsShown = 3;

/** How traffic gets out, one line per distinct way. */
export function EgressLine(props: { services: readonly ServiceTraffic[] }) {
  const { services } = props;
  const { t } = useTexts();
  const paths = summariseEgress(services);
  const clusters = new Set(paths.map(path => path.cluster));
  return (
    <ClaimLine
      icon={<RiDoorClosedLine />}
      label={t('egress.label')}
      claim={
        <>
          {paths.slice(0, pathsShown).map((path, index) => (
            <EgressClaim
              key={index}
              path={path}
              namesPools={paths.length > 1}
              namesCluster={clusters.size > 1}
            />
          ))}
          {paths.length > pathsShown && (
            <ClaimDetail>
              {t('egress.morePaths', { count: paths.length - pathsShown })}
            </ClaimDetail>
          )}
        </>
      }
    >
      <ExpandableList items={paths} limit={5}>
        {path => (
          <EgressEvidence path={path} namesCluster={clusters.size > 1} />
        )}
      </ExpandableList>
    </ClaimLine>
  );
}
