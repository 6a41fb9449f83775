import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiRouteLine } from '@remixicon/react';
import aksTrafficPlugin from '../src';
import { AllCards, OneCard, OneTab } from './Gallery';
import { cardFixtures } from './fixtures';

/**
 * Every state of the card and the tab without a backend: all cards at `/`, each alone at `/card/<id>`, the tab in the
 * same state at `/tab/<id>`. The width of the column is set with `?width=320`.
 */
const galleryPlugin = createFrontendPlugin({
  pluginId: 'gallery',
  title: 'Gallery',
  extensions: [
    PageBlueprint.make({
      name: 'all',
      params: {
        path: '/',
        title: 'All states',
        icon: <RiRouteLine />,
        loader: async () => <AllCards />,
      },
    }),
    ...cardFixtures.flatMap(fixture => [
      PageBlueprint.make({
        name: `card-${fixture.id}`,
        params: {
          path: `/card/${fixture.id}`,
          loader: async () => <OneCard fixture={fixture} />,
        },
      }),
      PageBlueprint.make({
        name: `tab-${fixture.id}`,
        params: {
          path: `/tab/${fixture.id}`,
          loader: async () => <OneTab fixture={fixture} />,
        },
      }),
    ]),
  ],
});

createDevApp({ features: [aksTrafficPlugin, galleryPlugin] });
