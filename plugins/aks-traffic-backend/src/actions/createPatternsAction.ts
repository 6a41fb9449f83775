import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { aksTrafficPatternReadPermission } from 'backstage-plugin-aks-traffic-common';
import { PatternService } from '../service/patterns/PatternService';
import { jsonOf } from './jsonOf';
import { readOnly } from './readOnly';

/** Says which patterns a new service may start on in a cluster. */
export function createPatternsAction(options: {
  actionsRegistry: ActionsRegistryService;
  patterns: PatternService;
}): void {
  const { actionsRegistry, patterns } = options;
  actionsRegistry.register({
    name: 'list-ingress-patterns',
    title: 'List ingress patterns',
    description: `
Lists the patterns by which a new service in a cluster on Azure Kubernetes Service can take traffic, the recommended one first.
Each says what it needs, gives and lacks, whether the platform team approves it, and why it cannot be taken.

## When to use

Before a service is created or moved, to choose how traffic gets in. What is not known of the cluster is said to be unknown;
nothing unknown is recommended.
`,
    attributes: readOnly,
    visibilityPermission: aksTrafficPatternReadPermission,
    schema: {
      input: z =>
        z.object({
          cluster: z.string().min(1).describe('Name of the cluster'),
          environment: z
            .string()
            .optional()
            .describe('Environment, for what the platform team approves in it'),
          exposure: z
            .enum(['public', 'internal', 'cluster-only'])
            .optional()
            .describe('Who the service is for'),
        }),
      output: z =>
        z.object({
          cluster: z.string(),
          items: z
            .array(z.object({ id: z.string() }).passthrough())
            .describe('What can be taken first; `whyNot` is empty for these'),
          egress: z
            .array(z.object({ id: z.string() }).passthrough())
            .describe('Ways out; `whyNot` is empty for what can be taken'),
          meshRevisions: z
            .array(z.string())
            .optional()
            .describe('Revisions of the Istio add-on, where they are known'),
          neverOffered: z.array(
            z.object({ name: z.string(), reason: z.string() }),
          ),
        }),
    },
    examples: [
      {
        title: 'Patterns for a public service',
        input: { cluster: 'aks-shop-prod', exposure: 'public' },
      },
    ],
    action: async ({ input, credentials }) => ({
      output: jsonOf(
        await patterns.listPatterns({ query: input, credentials }),
      ),
    }),
  });
}
