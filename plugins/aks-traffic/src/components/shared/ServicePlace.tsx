import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { ClaimDetail } from './Claim';

/** Which Service something is about, where several are shown together. */
export function ServicePlace(props: { service: ServiceTraffic }) {
  const { t } = useTexts();
  const { service, namespace, cluster } = props.service;
  return (
    <ClaimDetail>
      {t('card.service', { service, namespace, cluster })}
    </ClaimDetail>
  );
}
