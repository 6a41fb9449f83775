import { setTimeout as sleep } from 'node:timers/promises';
import {
  eventually,
  FollowedServer,
  followServer,
} from '../__testUtils__/followServer';
import {
  refuseWith,
  startWatchServer,
  WatchServer,
} from '../__testUtils__/startWatchServer';
import { ClusterWatch } from './watchCluster';

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

async function watch(
  ...options: Parameters<typeof followServer>
): Promise<FollowedServer> {
  const watched = await followServer(...options);
  open.push(watched);
  return watched;
}

const names = (watched: ClusterWatch) =>
  watched
    .observation()
    .objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);

const ingress = (name: string, host: string, more: object = {}) => ({
  metadata: { name, namespace: 'shop', ...more },
  spec: { rules: [{ host }] },
});

describe('watchCluster', () => {
  it('reads the cluster and goes on from the version of the lists', async () => {
    const server = await startServer();
    const watched = await watch(server);
    expect(names(watched)).toEqual(['Service web']);
    expect(watched.observation()).toMatchObject({
      cluster: 'shop',
      coverage: 'complete',
    });
    const { query } = server.watches.services[0];
    expect(Object.fromEntries(query)).toEqual({
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: '100',
      timeoutSeconds: '300',
    });
    expect(watched.counts.streams).toBe(3);
  });

  it('takes over what is added, changed and deleted', async () => {
    const server = await startServer();
    const watched = await watch(server);
    server.send('ingresses', 'ADDED', ingress('shop', 'a.example'));
    await eventually(() => expect(watched.changes).toHaveLength(1));
    server.send('ingresses', 'MODIFIED', ingress('shop', 'b.example'));
    await eventually(() => expect(watched.changes).toHaveLength(2));
    expect(watched.observation().objects).toContainEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      ...ingress('shop', 'b.example'),
    });
    server.send('services', 'DELETED', {
      metadata: { name: 'web', namespace: 'shop' },
    });
    await eventually(() => expect(names(watched)).toEqual(['Ingress shop']));
    expect(watched.changes).toEqual(['objects', 'objects', 'objects']);
  });

  it('says nothing of changes to what nobody uses', async () => {
    const server = await startServer();
    const watched = await watch(server);
    server.send('services', 'MODIFIED', {
      metadata: {
        name: 'web',
        namespace: 'shop',
        managedFields: [{ manager: 'kubectl' }],
      },
    });
    server.send('services', 'BOOKMARK', { metadata: {} });
    await eventually(() => expect(watched.counts.events).toBe(2));
    expect(watched.changes).toEqual([]);
  });

  it.each([
    ['ended', (server: WatchServer) => server.end('services')],
    ['cut between events', (server: WatchServer) => server.cut('services')],
    [
      'cut in the middle of an event',
      (server: WatchServer) => {
        server.write('services', '{"type":"DELETED","object":{"metada');
        server.cut('services');
      },
    ],
    [
      'ended in the middle of an event',
      (server: WatchServer) => {
        server.write('services', '{"type":"DELETED","object":{"metada');
        server.end('services');
      },
    ],
    [
      'spoilt by a line that is not an event',
      (server: WatchServer) => server.write('services', 'Bad Gateway\n'),
    ],
    [
      'spoilt by an object without a name',
      (server: WatchServer) =>
        server.send('services', 'ADDED', { metadata: {} }),
    ],
    [
      'spoilt by bytes that are not text',
      (server: WatchServer) =>
        server.watches.services[0].response.write(
          Buffer.from([0xff, 0xfe, 0x0a]),
        ),
    ],
    [
      'given up by the server',
      (server: WatchServer) =>
        server.write(
          'services',
          '{"type":"ERROR","object":{"kind":"Status","code":500,"message":"etcd"}}\n',
        ),
    ],
  ])('goes on from the last version when a watch is %s', async (_, fault) => {
    const server = await startServer();
    const watched = await watch(server);
    server.send('services', 'BOOKMARK', { metadata: {} });
    await eventually(() => expect(watched.counts.events).toBe(1));
    fault(server);
    await eventually(() => {
      expect(server.opened('services')).toBe(2);
      expect(server.watches.services).toHaveLength(1);
    });
    expect(server.watches.services[0].query.get('resourceVersion')).toBe('101');
    expect(server.listed('services')).toBe(1);
    expect(names(watched)).toEqual(['Service web']);
    expect(watched.changes).toEqual([]);
  });

  it.each([
    ['in the stream', undefined],
    ['at the door', refuseWith(410)],
  ])('lists anew when its version is too old, %s', async (_, refusal) => {
    const server = await startServer();
    const watched = await watch(server);
    server.objects.services = [{ metadata: { name: 'api' } }];
    server.version = 500;
    if (refusal) {
      server.refusals.services = [refusal];
      server.end('services');
      server.cut('services');
    } else {
      server.write(
        'services',
        '{"type":"ERROR","object":{"kind":"Status","code":410}}\n',
      );
    }
    await eventually(() => expect(names(watched)).toEqual(['Service api']));
    await eventually(() =>
      expect(server.watches.services?.[0]?.query.get('resourceVersion')).toBe(
        '500',
      ),
    );
    expect(watched.changes).toEqual(['objects']);
    expect(watched.counts.relists).toBe(1);
  });

  it('keeps what it knows when the list after that cannot be read', async () => {
    const server = await startServer();
    const watched = await watch(server);
    server.listRefusals.services = [
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"kind":"ServiceList","items":[{"meta');
      },
      ...Array.from({ length: 3 }, () => refuseWith(500)),
    ];
    server.write(
      'services',
      '{"type":"ERROR","object":{"kind":"Status","code":410}}\n',
    );
    await eventually(() => expect(server.listed('services')).toBe(5));
    await eventually(() => expect(server.opened('services')).toBe(2));
    expect(names(watched)).toEqual(['Service web']);
    expect(watched.changes).toEqual([]);
  });

  it('lists anew when a position only leads into nonsense', async () => {
    const server = await startServer();
    const watched = await watch(server);
    const nonsense = () => (_: unknown, response: any) => {
      response.writeHead(200);
      response.end('<html>\n');
    };
    server.refusals.services = [nonsense(), nonsense(), nonsense()];
    server.cut('services');
    await eventually(() => expect(watched.counts.relists).toBeGreaterThan(0));
    await eventually(() => expect(server.watches.services).toHaveLength(1));
  });

  it('waits as long as a busy server asks, and longer each time otherwise', async () => {
    const server = await startServer();
    await watch(server);
    const waitedBefore = server.environment.waited.length;
    server.refusals.services = [
      refuseWith(429, { 'retry-after': '20' }),
      refuseWith(500),
    ];
    server.cut('services');
    await eventually(() => {
      expect(server.opened('services')).toBe(4);
      expect(server.watches.services).toHaveLength(1);
    });
    expect(server.environment.waited.slice(waitedBefore)).toEqual([
      500, 20_000, 2_000,
    ]);
  });

  it('takes a watch without a byte for dead', async () => {
    const server = await startServer();
    const watched = await watch(server, { watchLimits: { silenceMs: 150 } });
    await eventually(() =>
      expect(server.opened('services')).toBeGreaterThan(1),
    );
    expect(names(watched)).toEqual(['Service web']);
  });

  it('signs in anew when the token is refused', async () => {
    const server = await startServer();
    const asked: boolean[] = [];
    await watch(server, {
      location: {
        access: {
          kind: 'token',
          getToken: async ({ renew = false }) => {
            asked.push(renew);
            return { token: renew ? 'second' : 'first' };
          },
        },
      },
    });
    server.refusals.services = [refuseWith(401)];
    server.cut('services');
    await eventually(() => expect(server.watches.services).toHaveLength(1));
    await eventually(() => expect(server.opened('services')).toBe(3));
    expect(asked).toContain(true);
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer second');
  });

  it('fails when a kind may be listed and not watched, and says what is missing', async () => {
    const server = await startServer();
    server.refusals.ingresses = [refuseWith(403)];
    await expect(watch(server)).rejects.toThrow(
      "Watching ingresses.networking.k8s.io is forbidden: the reader's role needs the verb watch beside list",
    );
  });

  it('shows a kind that may not be listed as a reading does, and tries it again', async () => {
    const server = await startServer();
    server.listRefusals.ingresses = [refuseWith(403)];
    server.objects.ingresses = [ingress('shop', 'a.example')];
    const watched = await watch(server);
    await eventually(() =>
      expect(names(watched)).toEqual(['Service web', 'Ingress shop']),
    );
    expect(watched.observation().coverage).toBe('complete');
    expect(watched.changes).toEqual(['objects']);
  });

  it('gives up when a kind cannot be followed for too long', async () => {
    const server = await startServer();
    const watched = await watch(server, { watchLimits: { giveUpAfterMs: 50 } });
    server.refusals.services = Array.from({ length: 1000 }, () =>
      refuseWith(500),
    );
    server.cut('services');
    await expect(watched.ended).resolves.toMatch(
      /^Watching services failed: The API server failed \(500\)/,
    );
    await eventually(() => expect(server.watches.ingresses).toHaveLength(0));
  });

  it('fails when nothing of the cluster can be read', async () => {
    const server = await startServer();
    await server.close();
    await expect(watch(server)).rejects.toThrow('refused the connection');
  });

  it.each(['close', 'signal'])('ends all streams on %s', async how => {
    const server = await startServer();
    const control = new AbortController();
    const watched = await watch(server, { signal: control.signal });
    if (how === 'close') {
      await watched.close();
    } else {
      control.abort(new Error('Shut down'));
    }
    await expect(watched.ended).resolves.toBeUndefined();
    await eventually(() => {
      expect(server.watches.services).toHaveLength(0);
      expect(watched.counts.streams).toBe(0);
    });
  });

  it('is as old as the kind that was not heard of for longest', async () => {
    const server = await startServer();
    const watched = await watch(server);
    await sleep(20);
    const later = new Date().toISOString();
    server.send('services', 'BOOKMARK', { metadata: {} });
    server.send('ingresses', 'BOOKMARK', { metadata: {} });
    await eventually(() => expect(watched.counts.events).toBe(2));
    expect(watched.observation().observedAt! < later).toBe(true);
    server.send('customresourcedefinitions', 'BOOKMARK', { metadata: {} });
    await eventually(() => expect(watched.counts.events).toBe(3));
    expect(watched.observation().observedAt! >= later).toBe(true);
  });
});
