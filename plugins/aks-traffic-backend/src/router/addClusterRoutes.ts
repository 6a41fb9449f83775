import { toError } from '@backstage/errors';
import { Router } from 'express';
import { parseClusterName } from '../request/parseClusterName';
import { RefreshTooSoonError } from '../service/RefreshTooSoonError';
import { RouterOptions } from './createRouter';

/** The clusters, and reading one of them before its time. */
export function addClusterRoutes(
  router: Router,
  { service, httpAuth, auditor }: RouterOptions,
): void {
  router.get('/v1/clusters', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await service.listClusters({ credentials }));
  });

  router.post('/v1/clusters/:name/refresh', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const cluster = parseClusterName(request.params);
    const event = await auditor.createEvent({
      eventId: 'cluster-refresh',
      severityLevel: 'medium',
      request,
      meta: { cluster },
    });
    try {
      const accepted = await service.refreshCluster({ cluster, credentials });
      await event.success({ meta: { started: accepted.started } });
      response.status(202).json(accepted);
    } catch (error) {
      await event.fail({ error: toError(error) });
      if (error instanceof RefreshTooSoonError) {
        response.setHeader('Retry-After', String(error.retryAfterSeconds));
      }
      throw error;
    }
  });
}
