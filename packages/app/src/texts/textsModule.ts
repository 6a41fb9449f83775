import {
  createFrontendModule,
  createTranslationMessages,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { aksTrafficTranslationRef } from 'backstage-plugin-aks-traffic';

/** Says of the weeks before the demo was started that they are made up. A portal of one's own has read its history. */
export const textsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'demo-texts',
      params: {
        resource: createTranslationMessages({
          ref: aksTrafficTranslationRef,
          full: false,
          messages: {
            'burnDown.title': 'Services at risk by day (demo history)',
          },
        }),
      },
    }),
  ],
});
