import { Text } from '@backstage/ui';
import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { exposureTone } from '../../model/exposure';
import { readingOfService } from '../../model/coverage';
import { isOnlyWaived, isSettled, riskTone } from '../../model/risk';
import { serviceKey, worstFirst } from '../../model/serviceKey';
import { exposureName, riskName } from '../../text/names';
import { Claim, ClaimDetail, ClaimName } from '../shared/Claim';
import { Disclosure } from '../shared/Disclosure';
import { ExpandableList } from '../shared/ExpandableList';
import { ExposureIcon } from '../shared/ExposureIcon';
import { RiskIcon } from '../shared/RiskIcon';
import { ToneChip } from '../shared/ToneChip';
import { Claims } from './Claims';
import styles from './ServiceList.module.css';

const servicesShown = 5;

/** The services one by one, the worst first, each opening its own claims. */
export function ServiceList(props: { traffic: EntityTraffic; now: Date }) {
  const { traffic, now } = props;
  const texts = useTexts();
  const { t } = texts;
  const services = worstFirst(traffic);
  return (
    <section className={styles.services}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('card.services', { count: services.length })}
      </Text>
      <ExpandableList items={services} limit={servicesShown} keyOf={serviceKey}>
        {service => (
          <Disclosure
            nested
            summary={
              <>
                <Claim>
                  <ClaimName>{service.service}</ClaimName>
                  <ToneChip
                    tone={exposureTone(service.exposure)}
                    icon={<ExposureIcon exposure={service.exposure} />}
                  >
                    {exposureName(texts, service.exposure)}
                  </ToneChip>
                  <ToneChip
                    tone={riskTone(
                      service.risk,
                      isSettled({
                        services: [service],
                        reading: readingOfService({ traffic, service }),
                      }),
                    )}
                    icon={
                      <RiskIcon
                        risk={isOnlyWaived(service) ? 'info' : service.risk}
                      />
                    }
                  >
                    {isOnlyWaived(service)
                      ? t('risk.onlyWaived')
                      : riskName(texts, service.risk)}
                  </ToneChip>
                </Claim>
                <ClaimDetail>
                  {t('card.servicePlace', {
                    namespace: service.namespace,
                    cluster: service.cluster,
                  })}
                </ClaimDetail>
              </>
            }
          >
            <div className={styles.service}>
              <Claims
                traffic={traffic}
                services={[service]}
                reading={readingOfService({ traffic, service })}
                now={now}
              />
            </div>
          </Disclosure>
        )}
      </ExpandableList>
    </section>
  );
}
