import { printable, TlsMode } from 'backstage-plugin-aks-traffic-common';
import { isKnownEgressKind, isKnownHopKind } from '../model/egress';
import { isKnownExposure } from '../model/exposure';
import { isKnownRisk } from '../model/risk';
import { isKnownSystem } from '../model/systems';
import { Texts } from './texts';

const tlsModes: Readonly<Record<TlsMode, true>> = {
  none: true,
  terminate: true,
  passthrough: true,
  mutual: true,
  unknown: true,
};

/** The proper name of an ingress system. */
export function systemName({ t }: Texts, system: string): string {
  return isKnownSystem(system)
    ? t(`system.${system}`)
    : t('card.unrecognised', { value: system });
}

/** The word for an exposure. */
export function exposureName({ t }: Texts, exposure: string): string {
  return isKnownExposure(exposure)
    ? t(`exposureName.${exposure}`)
    : t('card.unrecognised', { value: exposure });
}

/** What an exposure means, in half a sentence. */
export function exposureMeaning({ t }: Texts, exposure: string): string {
  return t(
    `exposureMeaning.${isKnownExposure(exposure) ? exposure : 'unknown'}`,
  );
}

/** The proper name of a way out. */
export function egressName({ t }: Texts, kind: string): string {
  return isKnownEgressKind(kind)
    ? t(`egressName.${kind}`)
    : t('card.unrecognised', { value: kind });
}

/** What a step on the way out is. */
export function hopName({ t }: Texts, kind: string): string {
  return isKnownHopKind(kind) ? t(`hopName.${kind}`) : printable(kind);
}

/** The word for a risk or a severity. */
export function riskName({ t }: Texts, risk: string): string {
  return isKnownRisk(risk)
    ? t(`riskName.${risk}`)
    : t('card.unrecognised', { value: risk });
}

/** The word for where TLS ends. */
export function tlsName({ t }: Texts, mode: string): string {
  return Object.hasOwn(tlsModes, mode)
    ? t(`tlsName.${mode as TlsMode}`)
    : t('card.unrecognised', { value: mode });
}
