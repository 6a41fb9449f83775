import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { docsUrlSchema } from './docsUrlSchema';
import { entityFilter } from './entityFilter';

export const entityTrafficCard = EntityCardBlueprint.makeWithOverrides({
  name: 'traffic',
  configSchema: { docsUrl: docsUrlSchema },
  factory(originalFactory, { config }) {
    return originalFactory({
      type: 'content',
      filter: entityFilter,
      loader: async () => {
        const { TrafficCard } = await import('../components/TrafficCard');
        return <TrafficCard docsUrl={config.docsUrl} />;
      },
    });
  },
});
