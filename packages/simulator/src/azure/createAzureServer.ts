import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { RequestCounters } from '../control';
import { applyTransportFault, FaultRegistry } from '../faults';
import { readBody, RunningServer, sendReply, startServer } from '../http';
import { DOCUMENTED_QUOTA, QuotaSettings } from '../resourceGraph/service';
import { pathNotFound } from './armErrors';
import { AzureContext } from './AzureContext';
import { createAzureRoutes } from './createAzureRoutes';
import { distortRows } from './distortRows';
import { faultReply } from './faultReplies';

export interface CreateAzureServerOptions {
  context: AzureContext;
  faults: FaultRegistry;
  counters: RequestCounters;
  certificate: { key: string; cert: string };
  port?: number;
  quota?: QuotaSettings;
  onError?: (error: unknown) => void;
}

/** Starts the one https origin for Entra ID, Azure Resource Manager and Resource Graph. */
export async function createAzureServer(
  options: CreateAzureServerOptions,
): Promise<RunningServer> {
  const { context, faults, counters, quota = DOCUMENTED_QUOTA } = options;
  const routes = createAzureRoutes(context, quota);

  const handler = async (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const method = request.method ?? 'GET';
    const origin = `https://${request.headers.host}`;
    const url = new URL(request.url ?? '/', origin);
    response.setHeader('x-ms-request-id', randomUUID());
    response.setHeader('x-ms-correlation-request-id', randomUUID());

    const match = routes.find(method, url.pathname);
    if (!match) {
      await sendReply({ request, response, reply: pathNotFound(url.pathname) });
      return;
    }
    const { target, operation, answer } = match.handler;
    counters.count(target, operation, method.toLowerCase());
    const effect = faults.match({ target, resource: operation });
    if (effect?.kind === 'echo') {
      counters.count(target, operation, 'echoed');
    }
    const clock = faults.clockFor(target, context.clock);
    response.setHeader('date', clock.now().toUTCString());
    const { done, bodyFault } = await applyTransportFault({
      effect,
      request,
      response,
    });
    if (done) {
      return;
    }
    const body = await readBody(request);
    const reply =
      faultReply(target, effect, clock.now()) ??
      (await answer({
        origin,
        parameters: match.parameters,
        query: url.searchParams,
        authorization: request.headers.authorization,
        body,
        now: clock.now(),
      }));
    if (reply.status === 429) {
      counters.count(target, operation, 'throttled');
    }
    await sendReply({
      request,
      response,
      reply: distortRows(effect, reply),
      bodyFault,
    });
  };

  return await startServer({
    handler,
    certificate: options.certificate,
    port: options.port,
    clock: context.clock,
    onError: options.onError,
  });
}
