import { Texts } from '../../text/texts';

/** Names the pools that share a way out, and their cluster where several are shown. */
export function poolsText(
  { t }: Texts,
  options: { pools: readonly string[]; cluster: string | undefined },
): string {
  const { pools, cluster } = options;
  if (pools.length === 0) {
    return cluster ?? '';
  }
  const place = t('egress.pools', {
    count: pools.length,
    pools: pools
      .map(pool =>
        pool === 'node-auto-provisioning'
          ? t('egress.nodeAutoProvisioning')
          : pool,
      )
      .join(', '),
  });
  return cluster === undefined
    ? place
    : t('egress.onCluster', { place, cluster });
}
