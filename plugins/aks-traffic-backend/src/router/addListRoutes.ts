import { Router } from 'express';
import { parseListQuery } from '../request/parseListQuery';
import { parseSummaryQuery } from '../request/parseSummaryQuery';
import { readParameters } from '../request/readParameters';
import { RouterOptions } from './createRouter';

/** All Services a caller may see: listed and counted. */
export function addListRoutes(
  router: Router,
  { lists, httpAuth }: RouterOptions,
): void {
  router.get('/v1/services', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const list = await lists.listServices({
      request: parseListQuery(readParameters(request)),
      credentials,
    });
    response.json(list);
  });

  router.get('/v1/summary', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const summary = await lists.getSummary({
      request: parseSummaryQuery(readParameters(request)),
      credentials,
    });
    response.json(summary);
  });
}
