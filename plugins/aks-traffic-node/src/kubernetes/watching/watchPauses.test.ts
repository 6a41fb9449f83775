import { ServerResponse } from 'node:http';
import { eventually, followServer } from '../__testUtils__/followServer';
import { Handler } from '../__testUtils__/startServer';
import {
  refuseWith,
  startWatchServer,
  WatchServer,
} from '../__testUtils__/startWatchServer';

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of open.splice(0).reverse()) {
    await each.close();
  }
});

async function startServer(): Promise<WatchServer> {
  const server = await startWatchServer();
  open.push(server);
  return server;
}

/** Has a kind answered in the same way however often it is watched. */
function answerWatches(
  server: WatchServer,
  resource: string,
  handler: Handler,
): void {
  server.refusals[resource] = Array.from({ length: 1000 }, () => handler);
}

/** Time in which nothing passes but what is waited. */
function waitedTime({ environment }: WatchServer): () => Date {
  const start = Date.now();
  return () =>
    new Date(environment.waited.reduce((sum, each) => sum + each, 0) + start);
}

function sendEvents(response: ServerResponse, events: object[]): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(events.map(event => `${JSON.stringify(event)}\n`).join(''));
}

let version = 1_000;

const bookmark = () => {
  version += 1;
  return {
    type: 'BOOKMARK',
    object: { metadata: { resourceVersion: String(version) } },
  };
};

const expired = { type: 'ERROR', object: { kind: 'Status', code: 410 } };

describe('watchCluster of a server whose watches lead nowhere', () => {
  it.each<[string, Handler]>([
    ['forgets each version at once, at the door', refuseWith(410)],
    [
      'forgets each version at once, in the stream',
      (_, response) => sendEvents(response, [expired]),
    ],
    [
      'forgets each version after an event',
      (_, response) => sendEvents(response, [bookmark(), expired]),
    ],
    ['lists a kind that it does not know to watch', refuseWith(404)],
    ['ends each watch at once', (_, response) => sendEvents(response, [])],
    [
      'ends each watch after an event',
      (_, response) => sendEvents(response, [bookmark()]),
    ],
    [
      'fails, and wants to be asked again at once',
      refuseWith(503, { 'retry-after': '0' }),
    ],
  ])('pauses longer each time and gives up: it %s', async (_, answer) => {
    const server = await startServer();
    const watched = await followServer(server, { now: waitedTime(server) });
    open.push(watched);
    answerWatches(server, 'services', answer);
    server.cut('services');

    await expect(watched.ended).resolves.toMatch(/^Watching services failed: /);
    expect(server.environment.waited).toEqual([
      500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000,
    ]);
    // One watch or list for each pause, or both.
    expect(server.opened('services')).toBeLessThanOrEqual(9);
    expect(server.listed('services')).toBeLessThanOrEqual(8);
  });

  it.each<[string, Handler]>([
    ['at the door', refuseWith(410)],
    ['in the stream', (_, response) => sendEvents(response, [expired])],
  ])(
    'says in the same words that versions are forgotten: %s',
    async (_, answer) => {
      const server = await startServer();
      const watched = await followServer(server, { now: waitedTime(server) });
      open.push(watched);
      answerWatches(server, 'services', answer);
      server.cut('services');

      await expect(watched.ended).resolves.toBe(
        'Watching services failed: The API server does not know the position any more (410)',
      );
    },
  );

  it('gives up a server that is too busy for minutes, however long it wants to be left alone', async () => {
    const server = await startServer();
    const watched = await followServer(server, { now: waitedTime(server) });
    open.push(watched);
    answerWatches(
      server,
      'services',
      refuseWith(429, { 'retry-after': '3600' }),
    );
    server.cut('services');

    await expect(watched.ended).resolves.toMatch(/too many \(429\)$/);
    expect(server.environment.waited).toEqual([500, 300_000]);
  });

  it('lists anew without a pause where events had moved the position for a while', async () => {
    const server = await startServer();
    let passed = 0;
    const watched = await followServer(server, {
      now: () => new Date(Date.now() + passed),
    });
    open.push(watched);
    server.send('services', 'BOOKMARK', { metadata: {} });
    await eventually(() => expect(watched.counts.events).toBe(1));
    passed = 60_000;
    server.write('services', `${JSON.stringify(expired)}\n`);

    await eventually(() => expect(server.opened('services')).toBe(2));
    expect(server.listed('services')).toBe(2);
    expect(server.environment.waited).toEqual([]);
  });

  it.each([
    [
      'is too busy for a watch for good',
      refuseWith(429, { 'retry-after': '10' }),
      'Watching services failed: The API server turns requests away as too many (429)',
    ],
    [
      'never answers a watch',
      (() => {}) as Handler,
      'Not all watches were open within 0.3 s',
    ],
  ])('does not wait for ever to begin: it %s', async (_, answer, reason) => {
    const server = await startServer();
    answerWatches(server, 'services', answer);
    await expect(
      followServer(server, { watchLimits: { beginWithinMs: 300 } }),
    ).rejects.toThrow(reason);
    await eventually(() => expect(server.watches.ingresses).toEqual([]));
  });

  it('says why it could not begin, and not that it was ended while it listed anew', async () => {
    const server = await startServer();
    answerWatches(server, 'services', refuseWith(503));
    const begun = followServer(server, {
      watchLimits: { beginWithinMs: 1_000 },
    });
    await eventually(() => expect(server.listed('services')).toBe(1));
    server.listRefusals.services = [() => {}];

    await expect(begun).rejects.toThrow(
      'Watching services failed: The API server failed (503)',
    );
    expect(server.listed('services')).toBe(2);
  });
});
