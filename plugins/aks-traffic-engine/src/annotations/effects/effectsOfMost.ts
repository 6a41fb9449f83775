import { defaultEffectIds } from './finders/defaultEffects';

/** Ids of effects that nearly every Ingress of NGINX has. They matter to a move, but do not tell one from another. */
export const effectsOfMost: ReadonlySet<string> = new Set([
  ...defaultEffectIds,
  'default-tls-redirect',
]);
