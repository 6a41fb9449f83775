import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';

const location = {
  [ANNOTATION_LOCATION]: 'url:https://example.com/catalog-info.yaml',
  [ANNOTATION_ORIGIN_LOCATION]: 'url:https://example.com/catalog-info.yaml',
};

/** Gives entities to the catalog's backend, which makes relations of what they say. */
export function catalogModuleOf(entities: readonly Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'given-entities',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'given-entities',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({
                  entity: {
                    ...entity,
                    metadata: {
                      ...entity.metadata,
                      annotations: {
                        ...entity.metadata.annotations,
                        ...location,
                      },
                    },
                  },
                  locationKey: 'given-entities',
                })),
              }),
          });
        },
      });
    },
  });
}
