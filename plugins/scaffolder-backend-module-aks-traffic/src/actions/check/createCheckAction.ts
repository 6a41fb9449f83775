import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  hasFindingFrom,
  severityOrder,
} from 'backstage-plugin-aks-traffic-engine';
import { checkExamples } from './checkExamples';
import { checkManifests } from './checkManifests';
import { findingLines } from './findingLines';

/**
 * Judges the manifests of the workspace as `aks-traffic check` does, and fails the task when a finding is too bad.
 */
export function createCheckAction(options: { now?: () => Date } = {}) {
  const now = options.now ?? (() => new Date());
  return createTemplateAction({
    id: 'aksTraffic:check',
    description:
      'Judges the Kubernetes manifests of the workspace: what lets traffic in, who can reach it, and whether it stands on something that is being retired. Fails the task on findings at or above a severity. Files prove what they contain and nothing else; what cannot be read is listed as not seen.',
    examples: checkExamples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z =>
          z
            .string()
            .describe(
              'File or folder to judge, relative to the workspace; all of it when absent',
            )
            .optional(),
        failOn: z =>
          z
            .enum([...severityOrder])
            .describe(
              'Fail the task when a finding is at least as bad; high when absent',
            )
            .optional(),
      },
      output: {
        findings: z =>
          z.number().describe('Number of findings, harmless ones included'),
        report: z =>
          z
            .record(z.any())
            .describe('The whole TrafficReport, as the command line prints it'),
      },
    },
    async handler(ctx) {
      const { path = '.', failOn = 'high' } = ctx.input;
      resolveSafeChildPath(ctx.workspacePath, path);
      const report = await checkManifests({
        folder: ctx.workspacePath,
        path,
        now: now(),
        signal: ctx.signal,
      });
      const lines = findingLines(report);
      for (const line of lines.findings) {
        ctx.logger.info(line);
      }
      for (const line of lines.gaps) {
        ctx.logger.warn(line);
      }
      ctx.output('findings', lines.findings.length);
      ctx.output('report', JSON.parse(JSON.stringify(report)));
      if (hasFindingFrom(report, failOn)) {
        throw new ConflictError(
          `The manifests in ${path} have findings of severity ${failOn} or above; correct them and run the task again:\n${lines.findings.join(
            '\n',
          )}`,
        );
      }
    },
  });
}
