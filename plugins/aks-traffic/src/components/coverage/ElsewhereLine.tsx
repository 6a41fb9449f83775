import { Text } from '@backstage/ui';
import { RiEyeOffLine } from '@remixicon/react';
import { ClusterCoverage } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { Claim } from '../shared/Claim';
import { ClaimLine } from '../shared/ClaimLine';
import { ExpandableList } from '../shared/ExpandableList';
import { ToneChip } from '../shared/ToneChip';
import { ClusterLine } from './ClusterLine';
import { ListGaps } from './ListGaps';

/** Where more of the entity may run: clusters that were not read whole, and such as nobody knows of. */
export function ElsewhereLine(props: {
  clusters: readonly ClusterCoverage[];
  /** How many clusters there are to look at in all. */
  total: number;
  /** What kept the list of clusters from being whole. */
  gaps: readonly string[];
  now: Date;
}) {
  const { clusters, total, gaps, now } = props;
  const { t } = useTexts();
  if (clusters.length === 0 && gaps.length === 0) {
    return undefined;
  }
  return (
    <ClaimLine
      icon={<RiEyeOffLine />}
      label={t('coverage.elsewhereLabel')}
      claim={
        <Claim>
          {clusters.length > 0 && (
            <ToneChip tone="unknown">
              {t('coverage.elsewhere', {
                count: clusters.length,
                total: String(total),
              })}
            </ToneChip>
          )}
          {gaps.length > 0 && (
            <ToneChip tone="unknown">{t('coverage.listNotWhole')}</ToneChip>
          )}
        </Claim>
      }
    >
      {clusters.length > 0 && (
        <>
          <Text as="p" variant="body-small" color="secondary">
            {t('coverage.elsewhereMeaning')}
          </Text>
          <ExpandableList items={clusters} limit={5}>
            {cluster => <ClusterLine cluster={cluster} now={now} />}
          </ExpandableList>
        </>
      )}
      <ListGaps gaps={gaps} />
    </ClaimLine>
  );
}
