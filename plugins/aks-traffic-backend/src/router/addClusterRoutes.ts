import { Router } from 'express';
import { parseClusterName } from '../request/parseClusterName';
import { RefreshTooSoonError } from '../service/RefreshTooSoonError';
import { auditedRoute } from './auditedRoute';
import { RouterOptions } from './createRouter';

/** The clusters, and reading one of them before its time. */
export function addClusterRoutes(router: Router, options: RouterOptions): void {
  const { service, httpAuth } = options;
  router.get('/v1/clusters', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await service.listClusters({ credentials }));
  });

  router.post(
    '/v1/clusters/:name/refresh',
    auditedRoute(options, {
      eventId: 'cluster-refresh',
      meta: ({ params }) => ({ cluster: params.name }),
      async act({ request, response, credentials, note }) {
        const cluster = parseClusterName(request.params);
        try {
          const body = await service.refreshCluster({ cluster, credentials });
          note({ started: body.started });
          return { status: 202, body };
        } catch (error) {
          if (error instanceof RefreshTooSoonError) {
            response.setHeader('Retry-After', String(error.retryAfterSeconds));
          }
          throw error;
        }
      },
    }),
  );
}
