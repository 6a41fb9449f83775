import { useTexts } from '../../hooks/useTexts';
import { EgressSummary, splitHops } from '../../model/egress';
import { egressName, hopName } from '../../text/names';
import { Claim, ClaimDetail, ClaimName } from '../shared/Claim';
import { ToneChip } from '../shared/ToneChip';
import { poolsText } from './poolsText';

const addressesShown = 2;

/** One way out as a short chain: its hops, then the addresses the outside sees. */
export function EgressClaim(props: {
  path: EgressSummary;
  namesPools: boolean;
  namesCluster: boolean;
}) {
  const { path, namesPools, namesCluster } = props;
  const texts = useTexts();
  const { t } = texts;
  const furtherAddresses = path.publicIps.length - addressesShown;
  const addresses = [
    path.publicIps.slice(0, addressesShown).join(', '),
    furtherAddresses > 0 && t('card.more', { count: furtherAddresses }),
  ]
    .filter(Boolean)
    .join(' ');
  const { steps, proxies } = splitHops(path.hops);
  const chain = [
    ...steps.map(({ kind, name }) =>
      // The heading names the kind of the step that makes this the way out.
      kind === path.kind
        ? name
        : t('egress.hop', { kind: hopName(texts, kind), name }),
    ),
    addresses,
  ]
    .filter(Boolean)
    .join(' → ');
  const place = poolsText(texts, {
    pools: path.nodePools,
    cluster: namesCluster ? path.cluster : undefined,
  });
  return (
    <>
      {path.kind === 'unknown' ? (
        <Claim>
          <ToneChip tone="unknown">{egressName(texts, path.kind)}</ToneChip>
        </Claim>
      ) : (
        <ClaimName>{egressName(texts, path.kind)}</ClaimName>
      )}
      {(namesPools || namesCluster) && place !== '' && (
        <ClaimDetail>{place}</ClaimDetail>
      )}
      {chain !== '' && <ClaimDetail>{chain}</ClaimDetail>}
      {path.publicIps.length === 0 &&
        !['no-internet', 'unknown'].includes(path.kind) && (
          <ClaimDetail>{t('egress.addressesUnknown')}</ClaimDetail>
        )}
      {proxies.map(({ name }) => (
        <ClaimDetail key={name}>
          {t('egress.proxied', { proxy: name })}
        </ClaimDetail>
      ))}
    </>
  );
}
