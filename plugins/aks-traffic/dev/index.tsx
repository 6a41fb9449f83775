import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiRouteLine } from '@remixicon/react';
import aksTrafficPlugin from '../src';
import { AllCards, OneCard } from './CardGallery';
import { cardFixtures } from './fixtures';

/**
 * Every state of the card without a backend: all of them at `/`, each alone at `/card/<id>`. The width of the
 * column is set with `?width=320`.
 */
const galleryPlugin = createFrontendPlugin({
  pluginId: 'card-gallery',
  title: 'Card gallery',
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
    ...cardFixtures.map(fixture =>
      PageBlueprint.make({
        name: fixture.id,
        params: {
          path: `/card/${fixture.id}`,
          loader: async () => <OneCard fixture={fixture} />,
        },
      }),
    ),
  ],
});

createDevApp({ features: [aksTrafficPlugin, galleryPlugin] });
