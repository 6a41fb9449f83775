import { AuditorServiceEvent } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Waiver, WaiverRequest } from 'backstage-plugin-aks-traffic-common';
import express, { Router } from 'express';
import { parseWaiverQuery } from '../request/parseWaiverQuery';
import { parseWaiverRequest } from '../request/parseWaiverRequest';
import { readParameters } from '../request/readParameters';
import { RouterOptions } from './createRouter';

/** Findings that somebody accepts for a time. */
export function addWaiverRoutes(
  router: Router,
  { waivers, httpAuth, auditor }: RouterOptions,
): void {
  router.get('/v1/waivers', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const query = parseWaiverQuery(readParameters(request));
    response.json(await waivers.listWaivers({ query, credentials }));
  });

  router.post('/v1/waivers', express.json(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const wanted = parseWaiverRequest(request.body, new Date());
    const event = await auditor.createEvent({
      eventId: 'waiver-create',
      severityLevel: 'medium',
      request,
      meta: toMeta(wanted),
    });
    const waiver = await audited(event, () =>
      waivers.createWaiver({ request: wanted, credentials }),
    );
    response.status(201).json(waiver);
  });

  router.delete('/v1/waivers/:id', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { id } = request.params;
    const event = await auditor.createEvent({
      eventId: 'waiver-revoke',
      severityLevel: 'medium',
      request,
      meta: { id },
    });
    const waiver = await audited(event, () =>
      waivers.revokeWaiver({ id, credentials }),
    );
    response.json(waiver);
  });
}

/** What the audit keeps of a waiver: all of it. */
function toMeta(waiver: Waiver | WaiverRequest) {
  const { subject, ...rest } = waiver;
  return { ...rest, ...(subject && { subject: { ...subject } }) };
}

/** Records what became of a change: the whole waiver, or why there is none. */
async function audited(
  event: AuditorServiceEvent,
  change: () => Promise<Waiver>,
): Promise<Waiver> {
  try {
    const waiver = await change();
    await event.success({ meta: toMeta(waiver) });
    return waiver;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
