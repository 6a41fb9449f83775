import { useTexts } from '../../hooks/useTexts';
import { EgressSummary } from '../../model/egress';
import { egressName } from '../../text/names';
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
  const chain = [...path.hops.map(hop => hop.name), addresses]
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
    </>
  );
}
