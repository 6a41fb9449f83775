import { printable } from 'backstage-plugin-aks-traffic-common';
import {
  isKnownMeshMode,
  isKnownNetworkPolicy,
  meshModes,
  networkPolicies,
  splitNetworkPolicy,
} from '../model/eastWest';
import { Texts } from './texts';

/** What network policies do, in a few words; words this version does not know are shown as they are. */
export function networkPolicyName({ t }: Texts, networkPolicy: string): string {
  const { word, isEnforcementKnown } = splitNetworkPolicy(networkPolicy);
  const name = isKnownNetworkPolicy(word)
    ? t(`networkPolicyName.${networkPolicies[word]}`)
    : printable(word);
  return isEnforcementKnown ? name : t('eastWest.notSurelyEnforced', { name });
}

/** The same in whole sentences; `undefined` where this version does not know what it means. */
export function networkPolicyMeaning(
  { t }: Texts,
  networkPolicy: string,
): string | undefined {
  const { word, isEnforcementKnown } = splitNetworkPolicy(networkPolicy);
  const sentences = [
    isKnownNetworkPolicy(word) &&
      t(`networkPolicyMeaning.${networkPolicies[word]}`),
    !isEnforcementKnown && t('eastWest.enforcementMeaning'),
  ].filter(Boolean);
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

/** What a service mesh asks for, in a few words; words this version does not know are shown as they are. */
export function meshName({ t }: Texts, meshMtls: string): string {
  return isKnownMeshMode(meshMtls)
    ? t(`meshName.${meshModes[meshMtls]}`)
    : printable(meshMtls);
}

/** The same in a whole sentence; `undefined` where this version does not know what it means. */
export function meshMeaning(
  { t }: Texts,
  meshMtls: string,
): string | undefined {
  return isKnownMeshMode(meshMtls)
    ? t(`meshMeaning.${meshModes[meshMtls]}`)
    : undefined;
}
