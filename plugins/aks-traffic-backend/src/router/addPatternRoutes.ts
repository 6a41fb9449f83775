import { Router } from 'express';
import { parsePatternQuery } from '../request/parsePatternQuery';
import { readParameters } from '../request/readParameters';
import { RouterOptions } from './createRouter';

/** The approved patterns for new services. */
export function addPatternRoutes(
  router: Router,
  { patterns, httpAuth }: RouterOptions,
): void {
  router.get('/v1/patterns', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const list = await patterns.listPatterns({
      query: parsePatternQuery(readParameters(request)),
      credentials,
    });
    response.json(list);
  });
}
