import {
  appLanguageApiRef,
  useApiHolder,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { Texts, withShownValues } from '../text/texts';
import { localeOf } from '../text/times';
import { aksTrafficTranslationRef } from '../translation';

/** The plugin's messages in the app's language, and the locale that goes with it. */
export function useTexts(): Texts {
  const { t } = useTranslationRef(aksTrafficTranslationRef);
  const language =
    useApiHolder().get(appLanguageApiRef)?.getLanguage().language ?? 'en';
  return useMemo(
    () => ({ t: withShownValues(t), locale: localeOf(language) }),
    [t, language],
  );
}
