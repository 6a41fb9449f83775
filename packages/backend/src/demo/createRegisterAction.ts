import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BackstageCredentials,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

/** Registers the entities of a repository that `demo:publish` made. */
export function createRegisterAction(options: {
  repositories: string;
  catalog: Pick<CatalogService, 'addLocation' | 'getEntityByRef'>;
  /** How often to look whether the catalog has the entity, and for how long. */
  pollMs?: number;
  timeoutMs?: number;
}) {
  const { repositories, catalog } = options;
  const { pollMs = 500, timeoutMs = 60_000 } = options;

  /** The catalog takes a while to process what it is told of, and its page of an entity does not look twice. */
  async function isThere(
    entityRef: string,
    credentials: BackstageCredentials,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    while (!(await catalog.getEntityByRef(entityRef, { credentials }))) {
      if (Date.now() >= deadline) {
        return false;
      }
      await sleep(pollMs, undefined, { signal });
    }
    return true;
  }

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
        const entityRef = stringifyEntityRef(entity);
        ctx.output('entityRef', entityRef);
        if (!(await isThere(entityRef, credentials, ctx.signal))) {
          ctx.logger.warn(`The catalog is still busy with ${entityRef}`);
        }
      }
    },
  });
}
