import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiRouteLine } from '@remixicon/react';
import { entityTrafficRouteRef } from '../routes';
import { docsUrlSchema } from './docsUrlSchema';
import { entityFilter } from './entityFilter';

export const entityTrafficContent = EntityContentBlueprint.makeWithOverrides({
  name: 'traffic',
  configSchema: { docsUrl: docsUrlSchema },
  factory(originalFactory, { config }) {
    return originalFactory({
      path: '/traffic',
      title: 'Traffic',
      group: 'operation',
      icon: <RiRouteLine />,
      filter: entityFilter,
      routeRef: entityTrafficRouteRef,
      loader: async () => {
        const { TrafficTab } = await import('../components/TrafficTab');
        return <TrafficTab docsUrl={config.docsUrl} />;
      },
    });
  },
});
