import {
  Evidence,
  InheritedEffect,
  withheldValue,
} from 'backstage-plugin-aks-traffic-common';
import { defaultAnnotationPrefix } from '../../../systems/AnnotationReading';
import { objectEvidence } from '../../../objects/evidence';
import { annotationFacts } from '../../catalogue/facts';
import { isSensitiveAnnotation } from '../../judgeAnnotations';
import { annotationTargets } from '../../verdicts/annotationTargets';
import { settingsLikeAnnotations } from '../../controllerSettingKeys';
import { effect, EffectInput } from '../EffectInput';
import { EffectFacts, effectTargets } from '../effectTargets';

const noSnippets: EffectFacts = {
  all: {
    outcome: 'drop',
    reason: 'No target takes raw configuration from routes.',
    sources: ['managedNginx'],
  },
};

const unreadSettings: EffectFacts = {
  all: {
    outcome: 'unknown',
    reason: 'What the ConfigMap says has to be looked up before the move.',
    sources: ['nginxConfigMap'],
  },
};

const otherPrefix: EffectFacts = {
  all: {
    outcome: 'drop',
    reason:
      'The prefix means nothing there; tools for migrating do not find the annotations under it.',
    sources: ['nginxFlags'],
  },
};

/** What the controller does for everything it serves, by its arguments and its ConfigMap. */
export function* controllerEffects(
  input: EffectInput,
): Iterable<InheritedEffect> {
  const { owner, prefix, aksVersion } = input;
  if (prefix !== defaultAnnotationPrefix) {
    yield effect(input, {
      id: 'annotations-prefix',
      message: `The controller reads annotations under ${prefix}/ only; those under ${defaultAnnotationPrefix}/ have no effect.`,
      evidence: argumentsOf(input, 'annotations-prefix'),
      targets: effectTargets(otherPrefix, aksVersion),
    });
  }
  if (owner.system === 'app-routing-nginx') {
    yield effect(input, {
      id: 'snippets-allowed',
      message:
        'The managed controller takes raw configuration from every Ingress, but for some words: whoever may write one for the host has a hand in this one.',
      evidence: owner.controller?.evidence ?? owner.evidence,
      targets: effectTargets(noSnippets, aksVersion),
    });
  }
  yield* settings(input);
}

function* settings(input: EffectInput): Iterable<InheritedEffect> {
  const { owner, values, aksVersion } = input;
  if (input.settings === undefined) {
    // The operator writes the ConfigMap of the managed controller itself, and nothing else goes into it.
    if (owner.system !== 'app-routing-nginx') {
      yield effect(input, {
        id: 'controller-settings-unknown',
        message:
          'The ConfigMap of the controller can set authentication, headers, limits and raw configuration for everything it serves; it was not read.',
        evidence: argumentsOf(input, 'configmap'),
        targets: effectTargets(unreadSettings, aksVersion),
      });
    }
    return;
  }
  const { object, values: data } = input.settings;
  for (const [key, name] of Object.entries(settingsLikeAnnotations)) {
    const value = data.get(key);
    if (value !== undefined && value !== '' && !values.has(name)) {
      yield effect(input, {
        id: `controller-setting:${key}`,
        message: `The controller sets ${key} for everything it serves, which does what the annotation ${name} does.`,
        evidence: [
          objectEvidence({
            object,
            field: `data["${key}"]`,
            value: isSensitiveAnnotation(name) ? withheldValue : value,
            meaning: 'It holds for every Ingress of the controller.',
          }),
        ],
        targets: annotationTargets({
          name,
          facts: annotationFacts.get(name)!,
          value,
          aksVersion,
        }),
      });
    }
  }
}

/** The arguments that say so, or else what says which controller it is. */
function argumentsOf({ owner }: EffectInput, flag: string): Evidence[] {
  const found = (owner.annotationReading?.evidence ?? []).filter(({ field }) =>
    field.endsWith(`--${flag}`),
  );
  return found.length > 0
    ? found
    : owner.controller?.evidence ?? owner.evidence;
}
