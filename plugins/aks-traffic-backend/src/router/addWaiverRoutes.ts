import { Waiver, WaiverRequest } from 'backstage-plugin-aks-traffic-common';
import express, { Router } from 'express';
import { promisify } from 'node:util';
import { parseWaiverQuery } from '../request/parseWaiverQuery';
import { parseWaiverRequest } from '../request/parseWaiverRequest';
import { readParameters } from '../request/readParameters';
import { sentWaiver } from '../request/sentWaiver';
import { auditedRoute } from './auditedRoute';
import { RouterOptions } from './createRouter';

/** Puts the body into the request. Within a route, so that a body that is no JSON is an attempt like any other. */
const readBody = promisify(express.json());

/** Findings that somebody accepts for a time. */
export function addWaiverRoutes(router: Router, options: RouterOptions): void {
  const { waivers, httpAuth } = options;
  router.get('/v1/waivers', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const query = parseWaiverQuery(readParameters(request));
    response.json(await waivers.listWaivers({ query, credentials }));
  });

  router.post(
    '/v1/waivers',
    auditedRoute(options, {
      eventId: 'waiver-create',
      async act({ request, response, credentials, note }) {
        await readBody(request, response);
        note(sentWaiver(request.body));
        const wanted = parseWaiverRequest(request.body, new Date());
        note(toMeta(wanted));
        const body = await waivers.createWaiver({
          request: wanted,
          credentials,
        });
        note(toMeta(body));
        return { status: 201, body };
      },
    }),
  );

  router.delete(
    '/v1/waivers/:id',
    auditedRoute(options, {
      eventId: 'waiver-revoke',
      meta: ({ params }) => ({ id: params.id }),
      async act({ request, credentials, note }) {
        const { id } = request.params;
        const body = await waivers.revokeWaiver({ id, credentials });
        note(toMeta(body));
        return { status: 200, body };
      },
    }),
  );
}

/** What the audit keeps of a waiver: all of it. */
function toMeta(waiver: Waiver | WaiverRequest) {
  const { subject, ...rest } = waiver;
  return { ...rest, ...(subject && { subject: { ...subject } }) };
}
