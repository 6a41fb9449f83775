import { createServer, ServerHttp2Stream } from 'node:http2';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { testLocation } from '../__testUtils__/locations';
import {
  startWatchServer,
  watchedResources,
} from '../__testUtils__/startWatchServer';
import { watchClusterWith } from './watchCluster';

/** Known to undici, and not to its types. */
const withoutTls: object = { useH2c: true };

describe('watchCluster of a server that speaks HTTP/2', () => {
  it('follows all kinds over one connection, of which each can break alone', async () => {
    const lists = await startWatchServer();
    const streams: { path: string; stream: ServerHttp2Stream }[] = [];
    let connections = 0;
    const server = createServer();
    server.on('session', () => connections++);
    server.on('stream', (stream, headers) => {
      stream.on('error', () => {});
      stream.respond({ ':status': 200, 'content-type': 'application/json' });
      streams.push({ path: String(headers[':path']), stream });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;

    const changes: string[] = [];
    const watched = await watchClusterWith(
      {
        location: testLocation(),
        signal: new AbortController().signal,
        onChange: what => changes.push(what),
        watchLimits: { firstRetryMs: 10 },
      },
      {
        resources: watchedResources,
        environment: {
          dispatcher: (origin, options) =>
            options.allowH2
              ? new Pool(`http://127.0.0.1:${port}`, {
                  ...options,
                  connect: undefined,
                  ...withoutTls,
                })
              : lists.environment.dispatcher!(origin, options),
        },
      },
    );
    expect(streams).toHaveLength(3);

    const of = (resource: string) =>
      streams.filter(({ path }) => path.includes(`/${resource}?`));
    of('services')[0].stream.close(2);
    for (let tries = 0; of('services').length < 2 && tries < 200; tries++) {
      await sleep(10);
    }
    of('ingresses')[0].stream.write(
      '{"type":"ADDED","object":{"metadata":{"name":"shop","resourceVersion":"101"}}}\n',
    );
    for (let tries = 0; changes.length < 1 && tries < 200; tries++) {
      await sleep(10);
    }
    expect(changes).toEqual(['objects']);
    expect(of('services')).toHaveLength(2);
    expect(of('ingresses')).toHaveLength(1);
    expect(connections).toBe(1);

    await watched.close();
    server.close();
    await lists.close();
  });
});
