import { existsSync } from 'node:fs';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

/** Registers the entities of a repository that `demo:publish` made. */
export function createRegisterAction(options: {
  repositories: string;
  catalog: Pick<CatalogService, 'addLocation'>;
}) {
  const { repositories, catalog } = options;
  return createTemplateAction({
    id: 'demo:register',
    description:
      'Registers the catalog-info.yaml of a repository on the disk of the demo. A portal of your own uses catalog:register.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository'),
      },
      output: {
        entityRef: z =>
          z.string().describe('The first entity of the file').optional(),
      },
    },
    async handler(ctx) {
      const target = resolveSafeChildPath(
        repositories,
        `${ctx.input.name}/catalog-info.yaml`,
      );
      if (ctx.isDryRun) {
        return;
      }
      if (!existsSync(target)) {
        throw new NotFoundError(
          `There is no ${target}; publish a workspace with a catalog-info.yaml first`,
        );
      }
      const credentials = await ctx.getInitiatorCredentials();
      const location = { type: 'file', target };
      const { entities } = await catalog.addLocation(
        { ...location, dryRun: true },
        { credentials },
      );
      await catalog.addLocation(location, { credentials });
      // The catalog puts an entity for the location itself before those of the file.
      const entity = entities.find(({ kind }) => kind !== 'Location');
      if (entity) {
        ctx.output('entityRef', stringifyEntityRef(entity));
      }
    },
  });
}
