import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { parseMoment } from '../model/dates';
import { Texts } from './texts';
import { dayText } from './times';

/** Says how long a waiver holds, or when it ended. */
export function waiverText(
  texts: Texts,
  { state, expiresAt, revokedAt }: Waiver,
): string {
  const end = parseMoment(state === 'revoked' ? revokedAt : expiresAt);
  return texts.t(`waived.${state}`, {
    date: end === undefined ? '' : dayText(texts, end),
  });
}
