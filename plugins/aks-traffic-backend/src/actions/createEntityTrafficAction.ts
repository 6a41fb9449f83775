import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { TrafficService } from '../service/TrafficService';
import { jsonOf } from './jsonOf';
import { readOnly } from './readOnly';

/** Says how an entity's Services are reached. */
export function createEntityTrafficAction(options: {
  actionsRegistry: ActionsRegistryService;
  service: TrafficService;
}): void {
  const { actionsRegistry, service } = options;
  actionsRegistry.register({
    name: 'get-entity-traffic',
    title: 'Get the traffic of an entity',
    description: `
For the Kubernetes Services of a catalog entity: what lets traffic in, who can reach it, how it gets out, what is wrong with it
and until when, and where it can move. Each claim has evidence: the object and the field it comes from.

## When to use

To answer how a service is exposed, whether it stands on an ingress that is being retired, or what to do about it. Look at
\`coverage\` before saying that something is not there: a cluster that could not be read is stale or unreachable, not safe.
`,
    attributes: readOnly,
    // Whose entity it is decides, as on the entity's page; there is no permission that all of it hangs on.
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe(
              'Reference of the entity, such as component:default/shop',
            ),
        }),
      output: z =>
        z
          .object({
            entityRef: z.string(),
            coverage: z.array(
              z
                .object({ cluster: z.string(), state: z.string() })
                .passthrough(),
            ),
            services: z.array(
              z
                .object({
                  cluster: z.string(),
                  namespace: z.string(),
                  service: z.string(),
                  exposure: z.string(),
                  risk: z.string(),
                })
                .passthrough(),
            ),
          })
          .passthrough()
          .describe('As GET /v1/entities/:kind/:namespace/:name/traffic'),
    },
    examples: [
      {
        title: 'Traffic of a component',
        input: { entityRef: 'component:default/shop' },
      },
    ],
    action: async ({ input, credentials }) => ({
      output: jsonOf(
        await service.getEntityTraffic({
          entityRef: readReference(input.entityRef),
          credentials,
        }),
      ),
    }),
  });
}

function readReference(text: string) {
  try {
    return parseEntityRef(text);
  } catch {
    throw new InputError(
      `'${text}' is no reference of an entity; write it as component:default/shop`,
    );
  }
}
