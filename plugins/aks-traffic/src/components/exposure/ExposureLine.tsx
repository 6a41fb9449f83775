import { Text } from '@backstage/ui';
import { RiRadarLine } from '@remixicon/react';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { distinctOf, EntryPointView } from '../../model/entryPoints';
import { compareExposure, exposureTone } from '../../model/exposure';
import { tallyOf } from '../../model/tally';
import { exposureMeaning, exposureName } from '../../text/names';
import { publishersText } from '../../text/publishersText';
import { Texts } from '../../text/texts';
import { EntryPointItem } from '../ingress/EntryPointItem';
import { Claim, ClaimDetail } from '../shared/Claim';
import { ClaimLine } from '../shared/ClaimLine';
import { ExpandableList } from '../shared/ExpandableList';
import { ExposureIcon } from '../shared/ExposureIcon';
import { ToneChip } from '../shared/ToneChip';

const addressesShown = 2;
const waysShown = 3;
const entryPointsShown = 10;
const entryPointsOpen = 2;

/** From how far away the services can be reached, the widest first. */
export function ExposureLine(props: {
  services: readonly ServiceTraffic[];
  views: readonly EntryPointView[];
}) {
  const { services, views } = props;
  const texts = useTexts();
  const { t } = texts;
  const exposures = tallyOf(
    services.map(service => service.exposure as string),
    compareExposure,
  );
  const reached = reachedAt(
    texts,
    views.filter(view => view.entryPoint.exposure === exposures[0]?.value),
  );
  return (
    <ClaimLine
      icon={<RiRadarLine />}
      label={t('exposure.label')}
      claim={
        <>
          <Claim>
            {exposures.map(({ value, count }) => (
              <ToneChip
                key={value}
                tone={exposureTone(value)}
                icon={<ExposureIcon exposure={value} />}
              >
                {services.length > 1
                  ? t('card.tally', {
                      name: exposureName(texts, value),
                      number: String(count),
                    })
                  : exposureName(texts, value)}
              </ToneChip>
            ))}
            {exposures.length === 1 && (
              <ClaimDetail>
                {exposureMeaning(texts, exposures[0].value)}
              </ClaimDetail>
            )}
          </Claim>
          {reached.slice(0, waysShown).map(text => (
            <ClaimDetail key={text}>{text}</ClaimDetail>
          ))}
          {reached.length > waysShown && (
            <ClaimDetail>
              {t('card.more', { count: reached.length - waysShown })}
            </ClaimDetail>
          )}
        </>
      }
    >
      {views.length === 0 ? (
        <Text as="p" variant="body-small" color="secondary">
          {t('ingress.noneMeaning')}
        </Text>
      ) : (
        <ExpandableList items={views} limit={entryPointsShown}>
          {view => (
            <EntryPointItem
              view={view}
              aspect="exposure"
              isOpen={views.length <= entryPointsOpen}
              namesService={services.length > 1}
            />
          )}
        </ExpandableList>
      )}
    </ClaimLine>
  );
}

/** The addresses of entry points, apart by what publishes them. */
function reachedAt(texts: Texts, views: readonly EntryPointView[]): string[] {
  const byPublisher = new Map<string | undefined, EntryPointView[]>();
  for (const view of views) {
    const publisher = publishersText(texts, view.entryPoint);
    byPublisher.set(publisher, [...(byPublisher.get(publisher) ?? []), view]);
  }
  return [...byPublisher]
    .map(([publisher, published]) =>
      [publisher, addressesText(texts, distinctOf(published, 'addresses'))]
        .filter(Boolean)
        .join(' → '),
    )
    .filter(Boolean);
}

function addressesText({ t }: Texts, addresses: readonly string[]): string {
  const further = addresses.length - addressesShown;
  return [
    addresses.slice(0, addressesShown).join(', '),
    further > 0 && t('card.more', { count: further }),
  ]
    .filter(Boolean)
    .join(' ');
}
