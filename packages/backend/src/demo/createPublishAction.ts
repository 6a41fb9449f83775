import { cp, mkdir } from 'node:fs/promises';
import fs from 'node:fs';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import git from 'isomorphic-git';

const author = { name: 'Backstage scaffolder', email: 'scaffolder@localhost' };

/** Makes the workspace a git repository in a folder of this machine. */
export function createPublishAction(options: { repositories: string }) {
  const { repositories } = options;
  return createTemplateAction({
    id: 'demo:publish',
    description:
      'Makes the workspace a git repository on the disk of the demo. A portal of your own uses publish:github or publish:azure.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
            .describe('Name of the repository'),
        message: z =>
          z.string().describe('Message of the first commit').optional(),
      },
      output: {
        folder: z => z.string().describe('Where the repository is'),
        commit: z => z.string().describe('Hash of its commit'),
      },
    },
    async handler(ctx) {
      const { name, message = `Start ${name} from the template` } = ctx.input;
      const dir = resolveSafeChildPath(repositories, name);
      if (fs.existsSync(dir)) {
        throw new ConflictError(
          `There is a repository ${dir} already; choose another name, or delete the folder`,
        );
      }
      ctx.output('folder', dir);
      if (ctx.isDryRun) {
        ctx.output('commit', '0'.repeat(40));
        return;
      }
      await mkdir(repositories, { recursive: true });
      await cp(ctx.workspacePath, dir, { recursive: true });
      await git.init({ fs, dir, defaultBranch: 'main' });
      await git.add({ fs, dir, filepath: '.' });
      const commit = await git.commit({ fs, dir, author, message });
      ctx.logger.info(`Made ${dir} with commit ${commit}`);
      ctx.output('commit', commit);
    },
  });
}
