import { Text } from '@backstage/ui';
import { RiDoorClosedLine } from '@remixicon/react';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { summariseEgress } from '../../model/egress';
import { Claim, ClaimDetail } from '../shared/Claim';
import { ClaimLine } from '../shared/ClaimLine';
import { ExpandableList } from '../shared/ExpandableList';
import { ToneChip } from '../shared/ToneChip';
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
        paths.length === 0 ? (
          <Claim>
            <ToneChip tone="unknown">{t('egress.noPath')}</ToneChip>
          </Claim>
        ) : (
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
        )
      }
    >
      {paths.length === 0 ? (
        <Text as="p" variant="body-small" color="secondary">
          {t('egress.noPathMeaning')}
        </Text>
      ) : (
        <ExpandableList items={paths} limit={5}>
          {path => (
            <EgressEvidence path={path} namesCluster={clusters.size > 1} />
          )}
        </ExpandableList>
      )}
    </ClaimLine>
  );
}
