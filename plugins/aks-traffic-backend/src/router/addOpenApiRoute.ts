import { Router } from 'express';
import { RouterOptions } from './createRouter';

/** The contract itself. */
export function addOpenApiRoute(
  router: Router,
  { httpAuth, openApi }: RouterOptions,
): void {
  router.get('/v1/openapi.json', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    response.json(openApi);
  });
}
