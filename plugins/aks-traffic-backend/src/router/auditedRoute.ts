import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request, RequestHandler, Response } from 'express';
import type { RouterOptions } from './createRouter';
import { statusOf } from './statusOf';

/** Somebody who does something that is recorded. */
export interface AuditedAttempt {
  request: Request;
  response: Response;
  credentials: BackstageCredentials;
  /** Adds to what the event will say, however the attempt ends. */
  note(meta: JsonObject): void;
}

/** What is recorded, and how it is done. */
export interface AuditedAction {
  eventId: string;
  /** What the address alone says, before anything is judged. */
  meta?(request: Request): JsonObject;
  /** @returns the answer, unless it was written to the response. */
  act(
    attempt: AuditedAttempt,
  ): Promise<{ status: number; body: object } | void>;
}

/**
 * A route of which every attempt of a signed-in caller is one audit event: what became of it, or why it was refused,
 * with the status. Requests without credentials do not come this far: Backstage's barrier refuses them.
 */
export function auditedRoute(
  { httpAuth, auditor }: Pick<RouterOptions, 'httpAuth' | 'auditor'>,
  { eventId, meta, act }: AuditedAction,
): RequestHandler {
  return async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const event = await auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request,
      meta: meta?.(request),
    });
    const noted: JsonObject = {};
    const note = (more: JsonObject) => {
      Object.assign(noted, more);
    };
    let answer;
    try {
      answer = await act({ request, response, credentials, note });
    } catch (error) {
      // An answer that was cut has begun with 200: it says nothing of the failure.
      const status = response.headersSent ? {} : { status: statusOf(error) };
      await event.fail({
        error: toError(error),
        meta: { ...noted, ...status },
      });
      if (response.headersSent) {
        return;
      }
      throw error;
    }
    await event.success({ meta: noted });
    if (answer) {
      response.status(answer.status).json(answer.body);
    }
  };
}
