import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { aksTrafficPatternReadPermission } from 'backstage-plugin-aks-traffic-common';
import {
  analyzeCluster,
  createReport,
  findingsOf,
  readManifests,
} from 'backstage-plugin-aks-traffic-engine';
import { readOnly } from './readOnly';

/** More of a text than this is no manifest of one service. */
const mostCharacters = 1_000_000;

/** Judges manifests that are given as text. */
export function createCheckAction(options: {
  actionsRegistry: ActionsRegistryService;
  clock: () => Date;
}): void {
  const { actionsRegistry, clock } = options;
  actionsRegistry.register({
    name: 'check-manifests',
    title: 'Check the traffic of manifests',
    description: `
Judges Kubernetes manifests as \`aks-traffic check\` does: what lets traffic in, who can reach it, and whether it stands on
something that is being retired. Returns findings with their severity, the worst first.

## When to use

After manifests were written or changed, before they are proposed. Files prove what they contain and nothing else: \`gaps\` says
what could not be read.
`,
    attributes: readOnly,
    visibilityPermission: aksTrafficPatternReadPermission,
    schema: {
      input: z =>
        z.object({
          manifests: z
            .string()
            .min(1)
            .max(mostCharacters)
            .describe('YAML, of several documents if need be, or JSON'),
        }),
      output: z =>
        z.object({
          findings: z.array(
            z.object({
              ruleId: z.string(),
              severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
              message: z.string(),
              remediation: z.string(),
              docs: z.string().describe('Page of the rule'),
            }),
          ),
          gaps: z.array(z.string()),
        }),
    },
    examples: [
      {
        title: 'An Ingress',
        input: {
          manifests:
            'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: shop, namespace: shop }\nspec: { ingressClassName: nginx }\n',
        },
      },
    ],
    action: async ({ input }) => {
      const now = clock();
      const { objects, gaps } = readManifests(input.manifests, 'manifests');
      if (objects.length === 0) {
        throw new InputError(
          `There is no Kubernetes object in the manifests${
            gaps.length > 0 ? `: ${gaps.join(' ')}` : ''
          }`,
        );
      }
      const report = createReport(
        [
          analyzeCluster(
            {
              cluster: 'files',
              observedAt: now.toISOString(),
              coverage: gaps.length > 0 ? 'partial' : 'complete',
              gaps,
              origin: 'files',
              reads: [],
              objects,
            },
            { rows: [], gaps: [], readTypes: [] },
            { now },
          ),
        ],
        now,
      );
      return {
        output: {
          findings: findingsOf(report).map(({ finding }) => ({
            ruleId: finding.ruleId,
            severity: finding.severity,
            message: finding.message,
            remediation: finding.remediation.summary,
            docs: finding.docs,
          })),
          gaps: report.coverage.flatMap(({ gaps: found }) => found),
        },
      };
    },
  });
}
