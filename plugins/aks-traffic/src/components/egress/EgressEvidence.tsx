import { Text } from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';
import { EgressSummary, splitHops } from '../../model/egress';
import { egressName, hopName } from '../../text/names';
import { asShown } from '../../text/asShown';
import { EvidenceList } from '../shared/EvidenceList';
import { ExpandableList } from '../shared/ExpandableList';
import { Facts } from '../shared/Facts';
import styles from './EgressEvidence.module.css';
import { poolsText } from './poolsText';

/** One way out, hop by hop, with what proves it. */
export function EgressEvidence(props: {
  path: EgressSummary;
  namesCluster: boolean;
}) {
  const { path, namesCluster } = props;
  const texts = useTexts();
  const { t } = texts;
  const { steps, proxies, endpoints } = splitHops(path.hops);
  return (
    <>
      <Facts
        facts={[
          { name: t('egress.mechanism'), value: egressName(texts, path.kind) },
          {
            name: t('egress.nodePools'),
            value:
              path.nodePools.length > 0 || namesCluster
                ? poolsText(texts, {
                    pools: path.nodePools,
                    cluster: namesCluster ? path.cluster : undefined,
                  })
                : undefined,
          },
          {
            name: t('egress.hops'),
            value:
              steps.length > 0 ? (
                <ol className={styles.hops}>
                  {steps.map((hop, index) => (
                    <li key={index}>
                      {asShown(hop.name)}{' '}
                      <span className={styles.kind}>
                        {hopName(texts, hop.kind)}
                      </span>
                      {hop.armId !== undefined && (
                        <div className={styles.armId}>{asShown(hop.armId)}</div>
                      )}
                    </li>
                  ))}
                </ol>
              ) : undefined,
          },
          {
            name: t('egress.publicAddresses'),
            value:
              path.publicIps.length > 0 ? (
                <ExpandableList items={path.publicIps} limit={5}>
                  {address => address}
                </ExpandableList>
              ) : (
                !['no-internet', 'unknown'].includes(path.kind) &&
                t('egress.addressesUnknown')
              ),
          },
          {
            name: t('egress.proxy'),
            value:
              proxies.length > 0 ? (
                <>
                  {asShown(proxies.map(proxy => proxy.name).join(', '))}
                  <div className={styles.kind}>{t('egress.proxyMeaning')}</div>
                </>
              ) : undefined,
          },
          {
            name: t('egress.privateEndpoints'),
            value:
              endpoints.length > 0 ? (
                <>
                  <ExpandableList
                    items={endpoints.map(({ name }) => name)}
                    limit={5}
                  >
                    {name => name}
                  </ExpandableList>
                  <div className={styles.kind}>
                    {t('egress.privateEndpointsMeaning')}
                  </div>
                </>
              ) : undefined,
          },
        ]}
      />
      {path.kind === 'unknown' && (
        <Text as="p" variant="body-small" color="secondary">
          {t('egress.noPathMeaning')}
        </Text>
      )}
      <EvidenceList evidence={path.paths.flatMap(item => item.path.evidence)} />
    </>
  );
}
