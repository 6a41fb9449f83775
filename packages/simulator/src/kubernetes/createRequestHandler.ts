import { IncomingMessage, ServerResponse } from 'node:http';
import { applyTransportFault, FaultEffect } from '../faults';
import {
  BodyFault,
  Reply,
  RequestHandler,
  sendReply,
  textReply,
} from '../http';
import { authenticate } from './access/authenticate';
import { isAllowed } from './access/isAllowed';
import { answerObjects } from './answerObjects';
import { ClusterContext } from './ClusterContext';
import { answerDiscovery } from './discovery/answerDiscovery';
import { isConsistentContinue } from './list/continueToken';
import { KubernetesRequest, parseRequest } from './requests/parseRequest';
import { forbidden, serverFailure, unauthorized } from './status/refusals';
import {
  pageNotFoundReply,
  StatusError,
  tooManyRequestsReply,
} from './status/StatusError';

/** API servers compress answers from this size on. */
const GZIP_FROM_BYTES = 128 * 1024;
const OVERLOAD_RETRY_AFTER_SECONDS = 1;

/** Answers the requests to one cluster's API server. */
export function createRequestHandler(context: ClusterContext): RequestHandler {
  let inFlight = 0;
  return async (request, response) => {
    const send = (reply: Reply, bodyFault?: BodyFault) =>
      sendReply({
        request,
        response,
        reply,
        gzipFrom: GZIP_FROM_BYTES,
        bodyFault,
      });
    const target = parseRequest(request.method ?? 'GET', request.url ?? '/');
    if (!target) {
      await send(textReply(400, '400 Bad Request'));
      return;
    }
    const { cluster, counters, maximumInFlight } = context;
    counters.count(
      cluster.name,
      resourceOf(target) ?? labelOf(target),
      target.verb,
    );

    if (target.verb !== 'watch') {
      if (inFlight >= maximumInFlight) {
        await send(tooManyRequestsReply(OVERLOAD_RETRY_AFTER_SECONDS));
        return;
      }
      inFlight++;
      response.once('close', () => inFlight--);
    }

    const effect = matchFault(context, target);
    if (effect?.kind === 'echo') {
      counters.count(
        cluster.name,
        resourceOf(target) ?? labelOf(target),
        'echoed',
      );
    }
    const outcome = await applyTransportFault({ effect, request, response });
    if (outcome.done) {
      return;
    }
    const reply = await answer({ context, target, effect, request, response });
    if (reply) {
      await send(reply, outcome.bodyFault);
    } else if (outcome.bodyFault?.kind === 'cut') {
      cutStream(response);
    }
  };
}

async function answer(options: {
  context: ClusterContext;
  target: KubernetesRequest;
  effect: FaultEffect | undefined;
  request: IncomingMessage;
  response: ServerResponse;
}): Promise<Reply | undefined> {
  const { context, target, effect, request, response } = options;
  try {
    const user =
      effect?.kind === 'unauthorized'
        ? undefined
        : await authenticate({
            ...context,
            authorization: request.headers.authorization,
            now: context.clock.now(),
          });
    if (!user) {
      throw unauthorized();
    }
    if (effect?.kind === 'throttled') {
      return tooManyRequestsReply(effect.retryAfterSeconds);
    }
    const rules = new Map(Object.entries(context.cluster.roles)).get(
      user.role ?? '',
    );
    if (effect?.kind === 'forbidden' || !isAllowed(target, rules ?? [])) {
      throw forbidden(target, user.name);
    }
    if (effect?.kind === 'server-error') {
      throw serverFailure(effect.status);
    }
    if (effect?.kind === 'not-found') {
      return pageNotFoundReply();
    }
    if (target.type === 'path') {
      return answerDiscovery({
        path: target.path,
        accept: request.headers.accept,
        ifNoneMatch: request.headers['if-none-match'],
        catalog: context.catalog,
        aggregated: context.aggregated,
        version: context.cluster.version,
        serverAddress: request.headers.host ?? '',
      });
    }
    return answerObjects({
      context,
      target,
      request,
      response,
      forceExpired: effect?.kind === 'expired-continue',
    });
  } catch (error) {
    if (error instanceof StatusError) {
      return error.toReply();
    }
    throw error;
  }
}

function matchFault(
  { cluster, faults }: ClusterContext,
  target: KubernetesRequest,
): FaultEffect | undefined {
  return faults.match({
    target: cluster.name,
    resource: resourceOf(target),
    verb: target.verb,
    continued:
      target.type === 'resource' &&
      // The fresh token of a refusal is not refused again: a client that uses it as intended has to get on.
      isConsistentContinue(target.query.get('continue')),
  });
}

function resourceOf(target: KubernetesRequest): string | undefined {
  return target.type === 'resource' ? target.resource : undefined;
}

/** Few and fixed words, so that strange paths cannot fill the counters. */
function labelOf(target: KubernetesRequest): string {
  const path = target.type === 'path' ? target.path : '';
  if (path === '/version') {
    return 'version';
  }
  return /^\/apis?(\/|$)/.test(path) ? 'discovery' : 'other';
}

/** Drops the connection of a stream in the middle of a line. */
function cutStream(response: ServerResponse): void {
  response.write('{"type":"ADDED","object":{"kind":', () =>
    response.socket?.destroy(),
  );
}
