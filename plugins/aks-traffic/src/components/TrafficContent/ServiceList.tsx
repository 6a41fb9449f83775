import { Text } from '@backstage/ui';
import {
  EntityTraffic,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { compareExposure, exposureTone } from '../../model/exposure';
import { Reading } from '../../model/coverage';
import { compareRisk, isSettled, riskTone } from '../../model/risk';
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
  const services = [...traffic.services].sort(
    (first, second) =>
      compareRisk(first.risk, second.risk) ||
      compareExposure(first.exposure, second.exposure) ||
      nameOf(first).localeCompare(nameOf(second)),
  );
  return (
    <section className={styles.services}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('card.services', { count: services.length })}
      </Text>
      <ExpandableList items={services} limit={servicesShown} keyOf={nameOf}>
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
                        reading: readingOf(traffic, service),
                      }),
                    )}
                    icon={<RiskIcon risk={service.risk} />}
                  >
                    {riskName(texts, service.risk)}
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
                reading={readingOf(traffic, service)}
                now={now}
              />
            </div>
          </Disclosure>
        )}
      </ExpandableList>
    </section>
  );
}

function nameOf(service: ServiceTraffic): string {
  return `${service.cluster}/${service.namespace}/${service.service}`;
}

/** One Service is known by its cluster alone, whatever other clusters there may be. */
function readingOf(traffic: EntityTraffic, service: ServiceTraffic): Reading {
  return {
    clusters: traffic.coverage.filter(
      cluster => cluster.cluster === service.cluster,
    ),
    gaps: [],
  };
}
