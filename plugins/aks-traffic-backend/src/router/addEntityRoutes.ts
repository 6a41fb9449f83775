import { Router } from 'express';
import { parseEntityParameters } from '../request/parseEntityParameters';
import { RouterOptions } from './createRouter';
import { sendAnswer } from './sendAnswer';

/** What is known about one catalog entity. */
export function addEntityRoutes(
  router: Router,
  { service, httpAuth }: RouterOptions,
): void {
  router.get(
    '/v1/entities/:kind/:namespace/:name/traffic',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const entityRef = parseEntityParameters(request.params);
      await sendAnswer(
        request,
        response,
        await service.getEntityAnswer({ entityRef, credentials }),
      );
    },
  );

  router.get(
    '/v1/entities/:kind/:namespace/:name/objects',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const entityRef = parseEntityParameters(request.params);
      response.json(await service.getEntityObjects({ entityRef, credentials }));
    },
  );
}
