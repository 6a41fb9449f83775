import { Router } from 'express';
import { parseClusterName } from '../request/parseClusterName';
import { RefreshTooSoonError } from '../service/RefreshTooSoonError';
import { auditedRoute } from './auditedRoute';
import { RouterOptions } from './createRouter';

/** The clusters, one of them with its evidence, and reading it before its time. */
export function addClusterRoutes(router: Router, options: RouterOptions): void {
  const { service, httpAuth } = options;
  router.get('/v1/clusters', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await service.listClusters({ credentials }));
  });

  router.get('/v1/clusters/:name', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const cluster = parseClusterName(request.params);
    response.json(await service.getCluster({ cluster, credentials }));
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
