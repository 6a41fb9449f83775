import {
  createTranslationRef,
  TranslationFunction,
  TranslationRef,
} from '@backstage/frontend-plugin-api';
import { aksTrafficMessages } from './messages/aksTrafficMessages';

/**
 * Every text of the plugin, so that an app can translate it or say things its own way.
 *
 * @remarks
 * The type is written out, with flat keys, because the type that Backstage infers for nested ones lists them in an
 * order that changes with unrelated code, and the API report with it.
 *
 * @public
 */
export const aksTrafficTranslationRef: TranslationRef<
  'plugin.aks-traffic',
  typeof aksTrafficMessages
> = createTranslationRef({
  id: 'plugin.aks-traffic',
  messages: aksTrafficMessages,
});

/** Gives the text of a message. */
export type Translate = TranslationFunction<typeof aksTrafficMessages>;
