import { InheritedEffect } from 'backstage-plugin-aks-traffic-common';
import { parseBoolean } from '../values/goValues';
import { EffectFinder, EffectInput } from './EffectInput';
import { controllerEffects } from './finders/controllerEffects';
import { defaultEffects } from './finders/defaultEffects';
import { hostEffects } from './finders/hostEffects';
import { pathEffects } from './finders/pathEffects';
import { redirectEffects } from './finders/redirectEffects';
import { securityEffects } from './finders/securityEffects';

const ofEveryIngress: readonly EffectFinder[] = [
  pathEffects,
  redirectEffects,
  hostEffects,
  securityEffects,
  defaultEffects,
  controllerEffects,
];

/** A canary has what the Ingress it is the canary of has, so that only what it shares with others is its own. */
const ofCanaries: readonly EffectFinder[] = [hostEffects];

/** Connections that are passed on unopened see nothing of what NGINX does with requests. */
const ofPassthrough: readonly EffectFinder[] = [];

/**
 * What happens to an Ingress that NGINX serves although none of its own annotations asks for it: set for the whole
 * controller, a default of NGINX, or caused by another Ingress of the host. Only what applies to it.
 */
export function inheritedEffects(input: EffectInput): InheritedEffect[] {
  const effects: InheritedEffect[] = [];
  for (const finder of findersFor(input)) {
    for (const effect of finder(input)) {
      effects.push(effect);
    }
  }
  return effects;
}

function findersFor({ values, owner }: EffectInput): readonly EffectFinder[] {
  const isOn = (name: string) => parseBoolean(values.get(name) ?? '') === true;
  if (isOn('canary')) {
    return ofCanaries;
  }
  return isOn('ssl-passthrough') &&
    owner.annotationReading?.passthrough === true
    ? ofPassthrough
    : ofEveryIngress;
}
