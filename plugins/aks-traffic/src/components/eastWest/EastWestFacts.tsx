import { useTexts } from '../../hooks/useTexts';
import { EastWestSummary } from '../../model/eastWest';
import {
  meshMeaning,
  meshName,
  networkPolicyMeaning,
  networkPolicyName,
} from '../../text/eastWestText';
import { ClaimDetail } from '../shared/Claim';
import { ExpandableList } from '../shared/ExpandableList';
import { Facts } from '../shared/Facts';
import { ServicePlace } from '../shared/ServicePlace';

/** What holds inside the cluster for some services, in whole sentences. */
export function EastWestFacts(props: {
  summary: EastWestSummary;
  namesServices: boolean;
}) {
  const { networkPolicy, meshMtls, services } = props.summary;
  const texts = useTexts();
  const { t } = texts;
  return (
    <Facts
      facts={[
        {
          name: t('eastWest.networkPolicy'),
          value: (
            <>
              {networkPolicyName(texts, networkPolicy)}
              <ClaimDetail>
                {networkPolicyMeaning(texts, networkPolicy)}
              </ClaimDetail>
            </>
          ),
        },
        {
          name: t('eastWest.mesh'),
          value: (
            <>
              {meshName(texts, meshMtls)}
              <ClaimDetail>{meshMeaning(texts, meshMtls)}</ClaimDetail>
            </>
          ),
        },
        {
          name: t('eastWest.services'),
          value: props.namesServices && (
            <ExpandableList items={services} limit={5}>
              {service => <ServicePlace service={service} />}
            </ExpandableList>
          ),
        },
      ]}
    />
  );
}
