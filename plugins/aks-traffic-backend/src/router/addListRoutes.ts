import { Router } from 'express';
import { parseHistoryQuery } from '../request/parseHistoryQuery';
import { parseListQuery } from '../request/parseListQuery';
import { parseSummaryQuery } from '../request/parseSummaryQuery';
import { readParameters } from '../request/readParameters';
import { RouterOptions } from './createRouter';

/** All Services a caller may see: listed, counted, and counted by day. */
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

  router.get('/v1/history', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const history = await lists.getHistory({
      request: parseHistoryQuery(readParameters(request)),
      credentials,
    });
    response.json(history);
  });
}
