import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { AksTrafficClient } from 'backstage-plugin-aks-traffic-common';
import { awaitReading } from './awaitReading';
import { collectManifests } from './collectManifests';

/** Deploys manifests of the workspace to a simulated cluster and has the portal read it again. */
export function createDeployAction(options: {
  simulatorControl: string;
  auth: AuthService;
  discovery: DiscoveryService;
  /** How often to look whether the cluster was read again, and for how long. */
  pollMs?: number;
  timeoutMs?: number;
}) {
  const { simulatorControl, auth, discovery } = options;
  const { pollMs = 500, timeoutMs = 60_000 } = options;
  const client = new AksTrafficClient({ discoveryApi: discovery });

  /** The page of the new service is to have its verdicts when somebody opens it at the end of the wizard. */
  async function readAgain(reading: {
    cluster: string;
    since: Date;
    onBehalfOf: BackstageCredentials;
    signal?: AbortSignal;
  }): Promise<'read' | 'timed-out'> {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: reading.onBehalfOf,
      targetPluginId: 'aks-traffic',
    });
    return awaitReading({ ...reading, client, token, pollMs, timeoutMs });
  }

  return createTemplateAction({
    id: 'demo:deploy',
    description:
      'Deploys manifests of the workspace to a cluster of the simulator. In a portal of your own the pipeline of the new repository does that.',
    supportsDryRun: true,
    schema: {
      input: {
        cluster: z => z.string().describe('Name of the cluster'),
        path: z =>
          z.string().describe('Folder of the manifests in the workspace'),
      },
      output: {
        objects: z => z.number().describe('Number of objects deployed'),
      },
    },
    async handler(ctx) {
      const { cluster, path } = ctx.input;
      resolveSafeChildPath(ctx.workspacePath, path);
      const manifests = await collectManifests({
        folder: ctx.workspacePath,
        path,
      });
      ctx.output('objects', manifests.length);
      if (ctx.isDryRun) {
        return;
      }
      const since = new Date();
      const response = await fetch(
        `${simulatorControl}/clusters/${encodeURIComponent(cluster)}/deploy`,
        { method: 'POST', body: manifests.join('\n---\n'), signal: ctx.signal },
      );
      if (!response.ok) {
        const { error } = await response.json();
        throw new InputError(`The simulator refused the manifests: ${error}`);
      }
      ctx.logger.info(`Deployed ${manifests.length} objects to ${cluster}`);
      try {
        const outcome = await readAgain({
          cluster,
          since,
          onBehalfOf: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        });
        ctx.logger.info(
          outcome === 'read'
            ? `The portal has read ${cluster} again`
            : `The portal has not read ${cluster} again yet; the next sweep will`,
        );
      } catch (error) {
        ctx.signal?.throwIfAborted();
        // The next sweep reads it anyway.
        ctx.logger.warn(`${cluster} is not read again at once: ${error}`);
      }
    },
  });
}
