import { mockApis } from '@backstage/frontend-test-utils';
import { Texts, withShownValues } from '../text/texts';
import { aksTrafficTranslationRef } from '../translation';

/** The plugin's default texts, as an app without translations shows them. */
export function englishTexts(): Texts {
  const snapshot = mockApis
    .translation()
    .getTranslation(aksTrafficTranslationRef);
  if (!snapshot.ready) {
    throw new Error('The default messages are always ready');
  }
  return { t: withShownValues(snapshot.t), locale: 'en-GB' };
}
