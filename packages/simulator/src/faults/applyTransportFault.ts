import { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import {
  BodyFault,
  echoOf,
  jsonReply,
  proxyPageReply,
  readBody,
  Reply,
  sendReply,
  textReply,
} from '../http';
import { FaultEffect } from './types';

export interface ApplyTransportFaultOptions {
  effect: FaultEffect | undefined;
  request: IncomingMessage;
  response: ServerResponse;
}

export interface TransportFaultOutcome {
  /** The request has been dealt with: nothing may be sent any more. */
  done: boolean;
  /** To be handed to `sendReply`: what becomes of the right body. */
  bodyFault?: BodyFault;
}

/**
 * Applies the effects that look the same whatever the server is. The effects that are an answer (401, 403, 410, 429,
 * 5xx) have another body on each server and are left to it.
 */
export async function applyTransportFault(
  options: ApplyTransportFaultOptions,
): Promise<TransportFaultOutcome> {
  const { effect, request, response } = options;
  switch (effect?.kind) {
    case 'refuse':
      request.socket.destroy();
      return { done: true };
    case 'hang':
      return { done: true };
    case 'html':
      await sendReply({ request, response, reply: proxyPageReply() });
      return { done: true };
    case 'nonsense':
      await sendReply({
        request,
        response,
        reply: jsonReply(200, { status: 'ok' }),
      });
      return { done: true };
    case 'echo':
      await sendReply({
        request,
        response,
        reply: await echoReply(request, effect),
      });
      return { done: true };
    case 'redirect':
      await sendReply({
        request,
        response,
        reply: textReply(302, '', { location: effect.location }),
      });
      return { done: true };
    case 'slow':
      await wait(effect.delayMs, undefined, { ref: false });
      return { done: response.destroyed };
    case 'cut':
    case 'stall':
    case 'garbled':
    case 'rewrite':
      return { done: false, bodyFault: effect };
    default:
      return { done: false };
  }
}

/** What was sent, in the shapes that Kubernetes, Azure Resource Manager and Entra ID have for a sentence on a failure. */
async function echoReply(
  request: IncomingMessage,
  effect: Extract<FaultEffect, { kind: 'echo' }>,
): Promise<Reply> {
  const { status = 500, encoding } = effect;
  const body = await readBody(request);
  const message = echoOf(request, { body, encoding });
  return jsonReply(status, {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    message,
    code: status,
    error: { code: 'Echo', message },
    error_description: message,
  });
}
