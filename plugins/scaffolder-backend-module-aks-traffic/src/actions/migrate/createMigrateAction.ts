import {
  AuthService,
  DiscoveryService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { Exposure, printable } from 'backstage-plugin-aks-traffic-common';
import {
  checkMigration,
  migrateIngresses,
  migrationGuide,
  migrationSummary,
  migrationTargetNames,
  migrationTargetOf,
} from 'backstage-plugin-aks-traffic-engine';
import { writeFiles } from '../writeFiles';
import { chosenIngresses } from './chosenIngresses';
import { exposuresBefore, isClosed, isUnknown } from './exposuresBefore';
import { migrateExamples } from './migrateExamples';
import { migrationFiles } from './migrationFiles';
import {
  refuseExposure,
  refuseOpenings,
  refuseRetirements,
  refuseUnserved,
  unservedLines,
} from './refusals';
import { MigrationSource, readEntity, readWorkspace } from './readSource';
import { systemsBefore } from './systemsBefore';

/** What the action needs of the portal, to read what it knows of an entity. */
export interface MigrateActionOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  now?: () => Date;
}

/** Writes the objects that take the place of Ingresses into the workspace, with a guide for the move. */
export function createMigrateAction(options: MigrateActionOptions) {
  const { now = () => new Date() } = options;
  return createTemplateAction({
    id: 'aksTraffic:migrate',
    description:
      'Moves Ingresses to the Gateway API of a target: writes the objects and a MIGRATION.md with a verdict for each annotation, what a person must decide, how to shift traffic and how to go back. Takes the Ingresses from the workspace, or of an entity as the portal last read them. Fails when a path would not be served or the new side would stand on something that is being retired.',
    examples: migrateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        to: z =>
          z
            .enum([...migrationTargetNames] as [string, ...string[]])
            .describe('Target, by its name or its GatewayClass'),
        path: z =>
          z
            .string()
            .describe(
              'File or folder of the workspace with the Ingresses and their Services',
            )
            .optional(),
        entityRef: z =>
          z
            .string()
            .describe(
              'Entity whose Ingresses to move, as the portal last read them; in place of path',
            )
            .optional(),
        cluster: z =>
          z
            .string()
            .describe('Cluster of the entity, where it is in several')
            .optional(),
        namespace: z =>
          z
            .string()
            .describe('Move the Ingresses of this namespace only')
            .optional(),
        ingresses: z =>
          z
            .array(z.string())
            .describe('Which Ingresses, as namespace/name; all when absent')
            .optional(),
        kubernetesVersion: z =>
          z
            .string()
            .describe('Version of the cluster; decides which fields there are')
            .optional(),
        internal: z =>
          z
            .boolean()
            .describe(
              'Give the Gateway a private address; as the entity is reached today when absent',
            )
            .optional(),
        outputPath: z =>
          z
            .string()
            .describe('Folder for the objects; deploy/gateway when absent')
            .optional(),
        allowUnserved: z =>
          z
            .boolean()
            .describe('Go on although some paths would not be served')
            .optional(),
        allowOpen: z =>
          z
            .boolean()
            .describe(
              'Write routes that answer everybody where authentication or source limits have nothing that does the same at the target',
            )
            .optional(),
      },
      output: {
        files: z => z.array(z.string()).describe('Files that were written'),
        decisions: z =>
          z.number().describe('Number of things that a person must decide'),
        guide: z => z.string().describe('The guide, as Markdown'),
        summary: z =>
          z
            .string()
            .describe(
              'What it comes to, short enough for the description of a pull request',
            ),
      },
    },
    async handler(ctx) {
      const {
        to,
        ingresses,
        kubernetesVersion,
        outputPath = 'deploy/gateway',
        namespace,
        allowUnserved = false,
        allowOpen = false,
      } = ctx.input;
      const folder = resolveSafeChildPath(ctx.workspacePath, outputPath);
      const source = await sourceOf(ctx, options);
      ctx.signal?.throwIfAborted();
      const only = chosenIngresses({
        objects: source.objects,
        ingresses,
        namespace,
      });
      const before =
        source.before &&
        exposuresBefore({
          services: source.before,
          objects: source.objects,
          only,
        });
      const migration = migrateIngresses({
        target: migrationTargetOf(to)!,
        objects: source.objects,
        only,
        allowOpen,
        kubernetesVersion: kubernetesVersion ?? source.kubernetesVersion,
        internal: ctx.input.internal ?? isInternal(before),
        servedBy: source.before && systemsBefore(source.before),
      });
      if (migration.paths.length === 0) {
        throw new InputError(
          'There is no Ingress with a path to move; name the files, or an entity that has one',
        );
      }
      refuseOpenings(migration);
      const check = checkMigration({
        migration,
        objects: source.objects,
        before,
        now: now(),
      });
      if (ctx.input.internal !== false) {
        refuseExposure({ check, before, to });
      }
      refuseRetirements(check);
      const unserved = unservedLines(check);
      if (!allowUnserved) {
        refuseUnserved(unserved);
      }
      const guide = migrationGuide(migration);
      const written = await writeFiles({
        folder,
        files: migrationFiles(migration, guide),
      });
      for (const line of unserved) {
        ctx.logger.warn(`not served: ${line}`);
      }
      ctx.output(
        'files',
        written.map(file => `${outputPath}/${file}`),
      );
      ctx.output(
        'decisions',
        migration.notes.filter(({ attention }) => attention === 'decide')
          .length,
      );
      ctx.output('guide', guide);
      ctx.output(
        'summary',
        migrationSummary(migration, {
          guidePath: `${outputPath}/MIGRATION.md`,
        }),
      );
    },
  });
}

type MigrateContext = Parameters<
  ReturnType<typeof createMigrateAction>['handler']
>[0];

async function sourceOf(
  ctx: MigrateContext,
  options: MigrateActionOptions,
): Promise<MigrationSource> {
  const { path, entityRef, cluster } = ctx.input;
  if ((path === undefined) === (entityRef === undefined)) {
    throw new InputError(
      'Name either the path of the manifests or the entity whose Ingresses to move',
    );
  }
  if (entityRef !== undefined) {
    return readEntity({
      entityRef,
      cluster,
      credentials: await ctx.getInitiatorCredentials(),
      signal: ctx.signal,
      ...options,
    });
  }
  resolveSafeChildPath(ctx.workspacePath, path!);
  return readWorkspace({
    folder: ctx.workspacePath,
    path: path!,
    warn: gap => ctx.logger.warn(`Manifests: ${printable(gap)}`),
  });
}

/**
 * The new address is to be as far away as the old one. Nothing known of it, or of one of several, is no reason to hide a
 * service, and a person has to say that it is to be public.
 */
function isInternal(
  before: readonly { exposure: Exposure }[] = [],
): boolean | undefined {
  if (before.length > 0 && before.every(isClosed)) {
    return true;
  }
  return before.length === 0 || before.some(isUnknown) ? undefined : false;
}
