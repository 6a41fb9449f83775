import { z } from 'zod';

/** What `GET /clusters` of the Kubernetes plugin answers, as far as it matters here. */
export const clusterAnswer = z.object({
  items: z.array(
    z.object({
      name: z.string().min(1),
      authProvider: z.string().optional(),
    }),
  ),
});

/** One of its clusters. */
export type PluginCluster = z.infer<typeof clusterAnswer>['items'][number];
