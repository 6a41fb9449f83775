import { EntryPoint } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { EntryPointView } from '../../model/entryPoints';
import { EvidenceAspect, evidenceFor } from '../../model/evidence';
import { exposureTone } from '../../model/exposure';
import { publishersText } from '../../text/publishersText';
import { exposureName, systemName, tlsName } from '../../text/names';
import { Texts } from '../../text/texts';
import { Claim, ClaimDetail } from '../shared/Claim';
import { Disclosure } from '../shared/Disclosure';
import { EvidenceList } from '../shared/EvidenceList';
import { ExposureIcon } from '../shared/ExposureIcon';
import { Facts } from '../shared/Facts';
import { ObjectName } from '../shared/ObjectName';
import { ServicePlace } from '../shared/ServicePlace';
import { ToneChip } from '../shared/ToneChip';
import styles from './EntryPointItem.module.css';

/** One way into a Service, seen for the system that serves it or for how far away it can be reached. */
export function EntryPointItem(props: {
  view: EntryPointView;
  aspect: EvidenceAspect;
  /** Whether its details are shown without being asked for. */
  isOpen: boolean;
  /** Whether it says which service it leads to. */
  namesService: boolean;
}) {
  const { view, aspect, isOpen, namesService } = props;
  const texts = useTexts();
  const { t } = texts;
  const { entryPoint, service } = view;

  const heading = (
    <>
      <ObjectName object={entryPoint.resource} />
      <Claim>
        {aspect === 'exposure' && (
          <ToneChip
            tone={exposureTone(entryPoint.exposure)}
            icon={<ExposureIcon exposure={entryPoint.exposure} />}
          >
            {exposureName(texts, entryPoint.exposure)}
          </ToneChip>
        )}
        {entryPoint.attached === false && (
          <ToneChip tone="warning">{t('ingress.notAttached')}</ToneChip>
        )}
        {entryPoint.attached === 'unknown' && (
          <ToneChip tone="unknown">{t('ingress.attachmentUnknown')}</ToneChip>
        )}
        {entryPoint.confidence === 'conflict' && (
          <ToneChip tone="warning">{t('card.conflict')}</ToneChip>
        )}
        {entryPoint.confidence === 'inferred' && (
          <ToneChip tone="neutral">{t('card.inferred')}</ToneChip>
        )}
      </Claim>
      {namesService && <ServicePlace service={service} />}
      {!isOpen && (
        <ClaimDetail>
          {aspect === 'system'
            ? hostsText(texts, entryPoint)
            : joined(entryPoint.addresses) ?? t('exposure.noAddress')}
        </ClaimDetail>
      )}
    </>
  );
  const details = (
    <>
      <Facts
        facts={
          aspect === 'system'
            ? [
                {
                  name: t('ingress.system'),
                  value: systemName(texts, entryPoint.system),
                },
                {
                  name: t('ingress.hosts'),
                  value: hostsText(texts, entryPoint),
                },
                { name: t('ingress.paths'), value: joined(entryPoint.paths) },
                {
                  name: t('ingress.tls'),
                  value: tlsName(texts, entryPoint.tls),
                },
              ]
            : [
                {
                  name: t('exposure.via'),
                  value: publishersText(texts, entryPoint),
                },
                {
                  name: t('ingress.addresses'),
                  value:
                    joined(entryPoint.addresses) ?? t('exposure.noAddress'),
                },
              ]
        }
      />
      <EvidenceList evidence={evidenceFor(aspect, entryPoint.evidence)} />
    </>
  );
  return isOpen ? (
    <div className={styles.open}>
      {heading}
      {details}
    </div>
  ) : (
    <Disclosure nested summary={heading}>
      {details}
    </Disclosure>
  );
}

/** The hosts it answers to; none for a Service, which takes whatever comes to its ports. */
function hostsText({ t }: Texts, entryPoint: EntryPoint): string | undefined {
  const { hosts, attached, resource } = entryPoint;
  if (hosts.length > 0 || resource.kind === 'Service') {
    return joined(hosts);
  }
  return attached === false ? t('ingress.noHost') : t('ingress.anyHost');
}

function joined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(', ');
}
