import { englishTexts } from '../__testUtils__/englishTexts';
import { meshModes, networkPolicies } from '../model/eastWest';
import {
  meshMeaning,
  meshName,
  networkPolicyMeaning,
  networkPolicyName,
} from './eastWestText';

const texts = englishTexts();

describe('eastWestText', () => {
  it.each<[string, object, (word: string) => string | undefined]>([
    ['network policy', networkPolicies, word => networkPolicyName(texts, word)],
    [
      'meaning of a policy',
      networkPolicies,
      word => networkPolicyMeaning(texts, word),
    ],
    ['mesh mode', meshModes, word => meshName(texts, word)],
    ['meaning of a mesh mode', meshModes, word => meshMeaning(texts, word)],
  ])('has words for every %s', (_vocabulary, words, textOf) => {
    const found = Object.keys(words).map(textOf);
    expect(new Set(found).size).toBe(found.length);
    for (const text of found) {
      expect(text).not.toMatch(/Name\.|Meaning\.|\{\{|^$/);
    }
  });

  it('says so when it is not known whether policies have an effect', () => {
    const word = 'default-deny (ingress), enforcement unknown';
    expect(networkPolicyName(texts, word)).toBe(
      'Incoming traffic only where policies allow it (enforcement not known)',
    );
    expect(networkPolicyMeaning(texts, word)).toMatch(
      /^Connections to the pods.*may have no effect\.$/,
    );
  });

  it.each(['audited', 'toString', '{{name}}'])(
    'shows %s, which it does not know, as it is and explains nothing',
    word => {
      expect(networkPolicyName(texts, word)).toBe(word);
      expect(meshName(texts, word)).toBe(word);
      expect(networkPolicyMeaning(texts, word)).toBeUndefined();
      expect(meshMeaning(texts, word)).toBeUndefined();
    },
  );
});
