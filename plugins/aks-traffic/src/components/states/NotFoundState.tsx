import { Text } from '@backstage/ui';
import {
  ClusterCoverage,
  EntityTraffic,
  kubernetesAnnotations,
} from 'backstage-plugin-aks-traffic-common';
import { ErrorLike } from '@backstage/errors';
import { useTexts } from '../../hooks/useTexts';
import { coverageView, readingOf } from '../../model/coverage';
import { Texts } from '../../text/texts';
import { ClusterLine } from '../coverage/ClusterLine';
import { CoverageNotices } from '../coverage/CoverageNotices';
import { ListGaps } from '../coverage/ListGaps';
import { ExpandableList } from '../shared/ExpandableList';
import { OrphansLine } from '../TrafficContent/OrphansLine';
import styles from './states.module.css';

const clustersShown = 6;

/** No Service of the entity was found, told apart by what was looked at and what could not be. */
export function NotFoundState(props: {
  traffic: EntityTraffic;
  refreshError?: ErrorLike;
  now: Date;
}) {
  const { traffic, refreshError, now } = props;
  const texts = useTexts();
  const { t } = texts;
  const { searched, unread } = coverageView({ traffic, services: [] });
  return (
    <div className={styles.state}>
      <CoverageNotices hosting={[]} refreshError={refreshError} now={now} />
      <Text as="p" variant="body-medium" weight="bold">
        {titleOf(texts, { traffic, searched, unread })}
      </Text>
      <Text as="p" variant="body-small" className={styles.searched}>
        {searchText(texts, traffic)}
      </Text>
      {[
        { title: t('states.notLookedAt'), clusters: unread },
        { title: t('states.lookedAt'), clusters: searched },
      ]
        .filter(({ clusters }) => clusters.length > 0)
        .map(({ title, clusters }) => (
          <div key={title}>
            <Text as="p" variant="body-small" color="secondary">
              {title}
            </Text>
            <ExpandableList items={clusters} limit={clustersShown}>
              {cluster => <ClusterLine cluster={cluster} now={now} />}
            </ExpandableList>
          </div>
        ))}
      <ListGaps gaps={readingOf(traffic).gaps} />
      <OrphansLine traffic={traffic} now={now} />
    </div>
  );
}

function titleOf(
  { t }: Texts,
  options: {
    traffic: EntityTraffic;
    searched: ClusterCoverage[];
    unread: ClusterCoverage[];
  },
): string {
  const { traffic, searched, unread } = options;
  const { cluster } = traffic.match;
  if (searched.length > 0) {
    return t('states.notFoundTitle', { count: searched.length });
  }
  if (unread.length > 0) {
    return cluster === undefined
      ? t('states.notLookedForTitle')
      : t('states.clusterNotLookedForTitle', { cluster });
  }
  return cluster === undefined
    ? t('states.noClustersTitle')
    : t('states.unknownClusterTitle', { cluster });
}

function searchText({ t }: Texts, traffic: EntityTraffic): string {
  const { by, value, namespace, cluster } = traffic.match;
  return [
    t('states.searchedFor', {
      annotation:
        by === 'label-selector'
          ? kubernetesAnnotations.labelSelector
          : kubernetesAnnotations.id,
      value: value ?? '',
    }),
    namespace !== undefined && t('states.inNamespace', { namespace }),
    cluster !== undefined && t('states.inCluster', { cluster }),
  ]
    .filter(Boolean)
    .join(' ');
}
