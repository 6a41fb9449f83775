import { inspect } from 'node:util';
import { testLocation } from '../__testUtils__/locations';
import { Handler, sendJson, startServer } from '../__testUtils__/startServer';
import { defaultReadLimits } from '../ReadLimits';
import { ApiConnection } from './ApiConnection';

const token = 'planted-token-of-the-reader';

/** Ways in which a server fails, the first of them with everything that it was sent. */
const failures: Record<string, Handler> = {
  'a Status with the headers of the request': (request, response) =>
    sendJson(
      response,
      { kind: 'Status', message: JSON.stringify(request.headers) },
      500,
    ),
  'a Status of 403 with the token alone': (_, response) =>
    sendJson(response, { kind: 'Status', message: token }, 403),
  '401': (_, response) => sendJson(response, {}, 401),
  'a redirect': (_, response) => {
    response.writeHead(302, { location: 'https://elsewhere.example' });
    response.end();
  },
  'a page that repeats the token': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<html>${token}</html>`);
  },
  'JSON that breaks off after the token': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(`{"a":"${token}`);
  },
  'the end of the connection': request => {
    request.socket.destroy();
  },
};

describe('an error of a connection', () => {
  it.each(Object.keys(failures))(
    'holds the token nowhere, causes and stacks included, after %s',
    async name => {
      const server = await startServer(failures[name]);
      const connection = ApiConnection.open({
        location: testLocation({
          access: { kind: 'token', getToken: async () => ({ token }) },
        }),
        limits: { ...defaultReadLimits, maxAttempts: 1 },
        signal: new AbortController().signal,
        environment: server.environment,
      });
      const error = await connection
        .get({ path: '/apis', resource: 'the list of APIs' })
        .catch(each => each);
      await connection.close();
      await server.close();

      expect(server.requests[0].headers.authorization).toBe(`Bearer ${token}`);
      expect(error).toBeInstanceOf(Error);
      expect(
        inspect(error, { depth: Infinity, showHidden: true }),
      ).not.toContain(token);
    },
  );
});
