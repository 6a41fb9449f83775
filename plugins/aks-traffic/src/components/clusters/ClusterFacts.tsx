import { Link } from '@backstage/ui';
import { ClusterSummary } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { egressName, exposureName, systemName } from '../../text/names';
import { numberText } from '../../text/numbers';
import {
  clusterModeName,
  freshnessText,
  sourceName,
} from '../../text/clusterNames';
import { asShown } from '../../text/asShown';
import styles from './ClusterFacts.module.css';

/** What a cluster is, what lets traffic in and how it gets out, in a few words each. */
export function ClusterFacts(props: {
  cluster: ClusterSummary;
  /** Of its services on the dashboard. */
  address: string | undefined;
}) {
  const { cluster, address } = props;
  const texts = useTexts();
  const { t } = texts;
  // Before the first reading only Azure has told something, which knows nothing about what runs in the cluster.
  const wasRead = cluster.coverage.observedAt !== undefined;
  const facts = [
    {
      name: t('clusters.mode'),
      value: cluster.sku
        ? clusterModeName(texts, cluster.sku)
        : t('clusters.notKnown'),
    },
    {
      name: t('clusters.version'),
      value: cluster.kubernetesVersion ?? t('clusters.notKnown'),
    },
    { name: t('clusters.location'), value: cluster.location },
    { name: t('clusters.source'), value: sourceName(texts, cluster.source) },
    { name: t('clusters.freshness'), value: freshnessText(texts, cluster) },
    {
      name: t('egress.label'),
      value:
        cluster.egress.map(kind => egressName(texts, kind)).join(', ') ||
        t('clusters.notKnown'),
    },
    {
      name: t('dashboard.services'),
      value: servicesFact(),
    },
    // The longest comes last, so that the others stand in one line.
    {
      name: t('clusters.controllers'),
      value: wasRead
        ? cluster.controllers
            .map(controller =>
              t('clusters.controller', {
                name: [systemName(texts, controller.system), controller.version]
                  .filter(Boolean)
                  .join(' '),
                exposure: exposureName(texts, controller.exposure),
              }),
            )
            .join(', ') || t('clusters.noController')
        : t('clusters.notKnown'),
    },
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => Boolean(value))
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{asShown(value)}</dd>
          </div>
        ))}
    </dl>
  );

  function servicesFact() {
    if (!wasRead) {
      return t('clusters.notKnown');
    }
    const number = numberText(texts, cluster.services);
    return address === undefined ? (
      number
    ) : (
      <Link href={address} variant="body-small">
        {number}
      </Link>
    );
  }
}
