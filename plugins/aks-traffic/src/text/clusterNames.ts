import { ClusterSummary, printable } from 'backstage-plugin-aks-traffic-common';
import { Texts } from './texts';

/** Where a cluster is known from; the id of an adopter's own source is shown as it is. */
export function sourceName({ t }: Texts, source: string): string {
  switch (source) {
    case 'azure':
      return t('clusterSource.azure');
    case 'config':
      return t('clusterSource.config');
    case 'in-cluster':
      return t('clusterSource.inCluster');
    case 'kubernetes-plugin':
      return t('clusterSource.kubernetesPlugin');
    default:
      return printable(source);
  }
}

/** What Azure calls the mode of a cluster; the names of its SKUs are not those of its documentation. */
export function clusterModeName({ t }: Texts, sku: string): string {
  switch (sku) {
    case 'Automatic':
      return t('clusterMode.automatic');
    case 'Base':
      return t('clusterMode.base');
    default:
      return printable(sku);
  }
}

/** How a cluster is kept up to date; `undefined` where clusters are not watched at all. */
export function freshnessText(
  { t }: Texts,
  { freshness }: Pick<ClusterSummary, 'freshness'>,
): string | undefined {
  if (!freshness) {
    return undefined;
  }
  if (freshness.mode === 'watched') {
    return t('clusters.watched');
  }
  return freshness.reason === undefined
    ? t('clusters.polled')
    : t('clusters.polledBecause', { reason: freshness.reason });
}
