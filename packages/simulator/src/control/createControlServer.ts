import { IncomingMessage, ServerResponse } from 'node:http';
import { FaultFormatError } from '../faults';
import {
  jsonReply,
  readBody,
  Reply,
  Router,
  RunningServer,
  sendReply,
  startServer,
} from '../http';
import { ControlContext, ControlError, ControlRequest } from './ControlContext';
import { describeEstate } from './estateRoute';
import { clearFaults, deleteFault, listFaults, putFault } from './faultRoutes';
import {
  compactCluster,
  countWatches,
  deleteObject,
  deployManifests,
  disturbWatches,
  putObject,
  putRole,
  recreateCluster,
  rotateCertificates,
} from './objectRoutes';
import { clearRequests, listRequests } from './requestRoutes';

/** Room for objects that are too large on purpose. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

type ControlRoute = (
  context: ControlContext,
  request: ControlRequest,
) => unknown;

const routes = new Router<ControlRoute>()
  .add('GET', '/estate', describeEstate)
  .add('GET', '/faults', listFaults)
  .add('PUT', '/faults/:id', putFault)
  .add('DELETE', '/faults/:id', deleteFault)
  .add('DELETE', '/faults', clearFaults)
  .add('GET', '/requests', listRequests)
  .add('DELETE', '/requests', clearRequests)
  .add('PUT', '/clusters/:name/objects', putObject)
  .add('DELETE', '/clusters/:name/objects', deleteObject)
  .add('POST', '/clusters/:name/deploy', deployManifests)
  .add('PUT', '/clusters/:name/roles/:role', putRole)
  .add('POST', '/clusters/:name/compact', compactCluster)
  .add('GET', '/clusters/:name/watches', countWatches)
  .add('POST', '/clusters/:name/watches', disturbWatches)
  .add('POST', '/clusters/:name/rotate-certificates', rotateCertificates)
  .add('POST', '/clusters/:name/recreate', recreateCluster);

/** Starts the plain http server through which tests and people reach into the running simulator. */
export async function createControlServer(options: {
  context: ControlContext;
  port?: number;
  onError?: (error: unknown) => void;
}): Promise<RunningServer> {
  const { context, port, onError } = options;
  return await startServer({
    port,
    onError,
    handler: async (request, response) =>
      sendReply({
        request,
        response,
        reply: await answer(context, request, response),
      }),
  });
}

async function answer(
  context: ControlContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Reply> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const match = routes.find(request.method ?? 'GET', url.pathname);
  if (!match) {
    return jsonReply(404, {
      error: `The control port has no ${request.method} ${url.pathname}`,
    });
  }
  response.setHeader('cache-control', 'no-store');
  const body = await readBody(request, MAXIMUM_BYTES);
  try {
    return jsonReply(
      200,
      await match.handler(context, {
        parameters: match.parameters,
        query: url.searchParams,
        body,
      }),
    );
  } catch (error) {
    if (error instanceof ControlError) {
      return jsonReply(error.status, { error: error.message });
    }
    if (error instanceof FaultFormatError) {
      return jsonReply(400, { error: error.message });
    }
    throw error;
  }
}
