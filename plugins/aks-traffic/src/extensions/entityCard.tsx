import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { docsUrlSchema } from './docsUrlSchema';

const present = { $exists: true };

/**
 * Shown on every component, so that one without annotations says how to add them, and on any other entity that
 * has one of them. Apps narrow or widen this with the extension's `filter` option.
 */
export const entityTrafficCard = EntityCardBlueprint.makeWithOverrides({
  name: 'traffic',
  configSchema: { docsUrl: docsUrlSchema },
  factory(originalFactory, { config }) {
    return originalFactory({
      type: 'content',
      filter: {
        $any: [
          { kind: 'component' },
          { 'metadata.annotations.backstage.io/kubernetes-id': present },
          {
            'metadata.annotations.backstage.io/kubernetes-label-selector':
              present,
          },
          { 'metadata.annotations.backstage.io/kubernetes-namespace': present },
          { 'metadata.annotations.backstage.io/kubernetes-cluster': present },
        ],
      },
      loader: async () => {
        const { TrafficCard } = await import('../components/TrafficCard');
        return <TrafficCard docsUrl={config.docsUrl} />;
      },
    });
  },
});
