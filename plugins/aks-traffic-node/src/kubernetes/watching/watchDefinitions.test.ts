import { eventually, followServer } from '../__testUtils__/followServer';
import {
  routeResource,
  startWatchServer,
  watchedResources,
  WatchServer,
} from '../__testUtils__/startWatchServer';

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of open.splice(0).reverse()) {
    await each.close();
  }
});

const definition = (generation: number, more: object = {}) => ({
  metadata: {
    name: 'httproutes.gateway.networking.k8s.io',
    generation,
    ...more,
  },
});

const resources = [...watchedResources, routeResource];

/** A server whose HTTPRoutes are served in some versions, by the first generation of their definition. */
async function startServer(routeVersions: string[]): Promise<WatchServer> {
  const server = await startWatchServer();
  open.push(server);
  Object.assign(server.objects, {
    customresourcedefinitions: routeVersions.length > 0 ? [definition(1)] : [],
    httproutes: [{ metadata: { name: 'web', namespace: 'shop' } }],
  });
  server.routeVersions = routeVersions;
  return server;
}

async function watch(server: WatchServer) {
  const watched = await followServer(server, { resources });
  open.push(watched);
  const routes = () => {
    const { reads, objects } = watched.observation();
    return {
      ...reads.find(({ resource }) => resource === 'httproutes'),
      versions: objects
        .filter(({ kind }) => kind === 'HTTPRoute')
        .map(({ apiVersion }) => apiVersion.split('/')[1]),
    };
  };
  return { ...watched, routes };
}

describe('watchCluster of a server whose definitions change', () => {
  it('keeps what it knows of a kind that is not served any more in the version that was read, and asks for a new watch once', async () => {
    const server = await startServer(['v1beta1']);
    const before = await watch(server);
    server.routeVersions = ['v1'];
    server.cut('httproutes');
    await eventually(() => expect(before.changes).toEqual(['definitions']));
    await eventually(() => expect(before.counts.relists).toBeGreaterThan(3));

    expect(before.routes()).toMatchObject({
      state: 'complete',
      versions: ['v1beta1'],
    });
    expect(before.changes).toEqual(['definitions']);
    const after = await watch(server);
    expect(after.routes()).toMatchObject({
      state: 'complete',
      versions: ['v1'],
    });
  });

  it('gives up where a kind stays away and nobody begins anew', async () => {
    const server = await startServer(['v1beta1']);
    const watched = await followServer(server, {
      resources,
      watchLimits: { giveUpAfterMs: 50 },
    });
    open.push(watched);
    server.routeVersions = [];
    server.cut('httproutes');

    await expect(watched.ended).resolves.toBe(
      'Watching httproutes.gateway.networking.k8s.io failed: The API server does not know httproutes.gateway.networking.k8s.io (404)',
    );
  });

  it('tells that the versions of a kind changed, and not that its labels did', async () => {
    const server = await startServer(['v1beta1']);
    const { changes } = await watch(server);
    const send = (object: ReturnType<typeof definition>) =>
      server.send('customresourcedefinitions', 'MODIFIED', object);
    send(definition(1, { labels: { release: 'v1.2.0' } }));
    await eventually(() => expect(changes).toEqual(['objects']));
    send(definition(2));
    await eventually(() => expect(changes).toEqual(['objects', 'definitions']));
  });

  it('does not take a kind for absent whose definition came, and says that it may be served from now on', async () => {
    const server = await startServer([]);
    const { changes, routes, observation } = await watch(server);
    expect(routes().state).toBe('not-installed');
    server.send('customresourcedefinitions', 'ADDED', {
      metadata: { name: 'widgets.example.com', generation: 1 },
    });
    await eventually(() => expect(changes).toEqual(['objects']));
    expect(observation().coverage).toBe('complete');

    server.send('customresourcedefinitions', 'ADDED', definition(1));
    await eventually(() => expect(changes).toEqual(['objects', 'definitions']));
    expect(routes()).toMatchObject({
      state: 'not-read',
      gap: 'httproutes.gateway.networking.k8s.io is defined in the cluster and was not served when it was read',
    });
    expect(observation().coverage).toBe('partial');
  });
});
