import { useTexts } from '../../hooks/useTexts';
import {
  distinctOf,
  EntryPointView,
  summariseSystems,
} from '../../model/entryPoints';
import { supportTone } from '../../model/support';
import { systemName } from '../../text/names';
import { supportText } from '../../text/supportText';
import { Claim, ClaimDetail, ClaimName } from '../shared/Claim';
import { ToneChip } from '../shared/ToneChip';

const systemsShown = 3;

/** The systems that let traffic in, the one with the most urgent support state first, and the hosts they serve. */
export function IngressClaim(props: {
  views: readonly EntryPointView[];
  isWhole: boolean;
}) {
  const { views, isWhole } = props;
  const texts = useTexts();
  const { t } = texts;
  if (views.length === 0) {
    return (
      <ClaimName>
        {isWhole ? t('ingress.none') : t('ingress.noneFound')}
      </ClaimName>
    );
  }
  const systems = summariseSystems(views);
  const attached = views.filter(view => view.entryPoint.attached !== false);
  const hosts = distinctOf(attached, 'hosts');
  return (
    <>
      {systems.slice(0, systemsShown).map((system, index) => (
        <Claim key={index}>
          <ClaimName>{systemName(texts, system.system)}</ClaimName>
          <ToneChip tone={supportTone(system.support)}>
            {supportText(texts, system.support)}
          </ToneChip>
          {system.byExternalIps && (
            <ClaimDetail>{t('ingress.byExternalIps')}</ClaimDetail>
          )}
          {system.conflict && (
            <ToneChip tone="warning">{t('card.conflict')}</ToneChip>
          )}
        </Claim>
      ))}
      {systems.length > systemsShown && (
        <ClaimDetail>
          {t('ingress.moreSystems', { count: systems.length - systemsShown })}
        </ClaimDetail>
      )}
      {attached.length === 0 && (
        <Claim>
          <ToneChip tone="warning">{t('ingress.notAttached')}</ToneChip>
        </Claim>
      )}
      <ClaimDetail>
        {hosts.length > 0 && hosts[0]}
        {hosts.length > 1 &&
          ` ${t('ingress.moreHosts', { count: hosts.length - 1 })}`}
        {hosts.length > 0 && ' · '}
        {t('ingress.entryPoints', { count: views.length })}
      </ClaimDetail>
    </>
  );
}
