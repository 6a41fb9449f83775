import { ServerResponse } from 'node:http';
import { Handler, sendJson, startServer, TestServer } from './startServer';

interface Watched {
  query: URLSearchParams;
  response: ServerResponse;
}

/** An API server with Services, Ingresses, definitions and maybe HTTPRoutes, whose watches a test holds in its hands. */
export interface WatchServer extends TestServer {
  /** What a list says, by plural resource. */
  objects: Record<string, object[]>;
  /** Version of the cluster that lists show. */
  version: number;
  /** Versions in which HTTPRoutes are served; none to begin with. */
  routeVersions: string[];
  /** Answers in place of the watches of a resource; each is used once. */
  refusals: Record<string, Handler[]>;
  /** Answers in place of the lists of a resource; each is used once. */
  listRefusals: Record<string, Handler[]>;
  /** Watches open now, by plural resource. */
  watches: Record<string, Watched[]>;
  /** How often a watch of a resource was opened. */
  opened: (resource: string) => number;
  /** How often a resource was listed. */
  listed: (resource: string) => number;
  /** Sends bytes to all watches of a resource. */
  write: (resource: string, text: string) => void;
  /** Sends an event, whose object gets the next version. */
  send: (
    resource: string,
    type: string,
    object: { metadata: object; [field: string]: unknown },
  ) => void;
  end: (resource: string) => void;
  cut: (resource: string) => void;
}

const lists: Record<string, { resource: string; kind: string }> = {
  '/api/v1/services': { resource: 'services', kind: 'Service' },
  '/apis/networking.k8s.io/v1/ingresses': {
    resource: 'ingresses',
    kind: 'Ingress',
  },
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions': {
    resource: 'customresourcedefinitions',
    kind: 'CustomResourceDefinition',
  },
};

/** The resources that a {@link WatchServer} has from the beginning. */
export const watchedResources = [
  ['', 'services', 'Service'],
  ['networking.k8s.io', 'ingresses', 'Ingress'],
  [
    'apiextensions.k8s.io',
    'customresourcedefinitions',
    'CustomResourceDefinition',
  ],
].map(([group, resource, kind]) => ({
  group,
  resource,
  kind,
  versions: ['v1'],
  namespaced: true,
  metadataOnly: false,
}));

const gatewayApi = 'gateway.networking.k8s.io';

/** The resource that a {@link WatchServer} may have besides. */
export const routeResource = {
  group: gatewayApi,
  resource: 'httproutes',
  kind: 'HTTPRoute',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  metadataOnly: false,
};

const routePath = new RegExp(`^/apis/${gatewayApi}/(.*)/httproutes$`);

const discoveryOf = (routeVersions: string[]) => ({
  kind: 'APIGroupDiscoveryList',
  items: [
    {
      metadata: { name: gatewayApi },
      versions: routeVersions.map(version => ({
        version,
        resources: [{ resource: routeResource.resource }],
      })),
    },
    {
      metadata: { name: 'networking.k8s.io' },
      versions: [{ version: 'v1', resources: [{ resource: 'ingresses' }] }],
    },
    {
      metadata: { name: 'apiextensions.k8s.io' },
      versions: [
        {
          version: 'v1',
          resources: [{ resource: 'customresourcedefinitions' }],
        },
      ],
    },
  ],
});

/** Starts a {@link WatchServer} on a free port. */
export async function startWatchServer(): Promise<WatchServer> {
  const calls: string[] = [];
  const count = (verb: string, resource: string) =>
    calls.filter(call => call === `${verb} ${resource}`).length;

  const held: Pick<
    WatchServer,
    | 'objects'
    | 'version'
    | 'routeVersions'
    | 'refusals'
    | 'listRefusals'
    | 'watches'
  > = {
    objects: {
      services: [{ metadata: { name: 'web', namespace: 'shop' } }],
    },
    version: 100,
    routeVersions: [],
    refusals: {},
    listRefusals: {},
    watches: {},
  };
  const server = await startServer((request, response) => {
    const url = new URL(request.url!, 'http://server');
    const routes = routePath.exec(url.pathname);
    if (routes && !held.routeVersions.includes(routes[1])) {
      refuseWith(404)(request, response);
      return;
    }
    const list = routes ? routeResource : lists[url.pathname];
    if (!list) {
      sendJson(response, discoveryOf(held.routeVersions));
      return;
    }
    const { resource, kind } = list;
    const isWatch = url.searchParams.has('watch');
    calls.push(`${isWatch ? 'watch' : 'list'} ${resource}`);
    const refusals = isWatch ? held.refusals : held.listRefusals;
    const refusal = refusals[resource]?.shift();
    if (refusal) {
      refusal(request, response);
    } else if (isWatch) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.flushHeaders();
      const watch = { query: url.searchParams, response };
      const open = (held.watches[resource] ??= []);
      open.push(watch);
      response.once('close', () => open.splice(open.indexOf(watch), 1));
    } else {
      sendJson(response, {
        kind: `${kind}List`,
        metadata: { resourceVersion: String(held.version) },
        items: held.objects[resource] ?? [],
      });
    }
  });

  const write = (resource: string, text: string) => {
    for (const { response } of held.watches[resource] ?? []) {
      response.write(text);
    }
  };
  const responses = (resource: string) =>
    (held.watches[resource] ?? []).map(({ response }) => response);
  return Object.assign(held, server, {
    opened: (resource: string) => count('watch', resource),
    listed: (resource: string) => count('list', resource),
    write,
    send: (
      resource: string,
      type: string,
      object: { metadata: object; [field: string]: unknown },
    ) => {
      held.version += 1;
      const metadata = {
        ...object.metadata,
        resourceVersion: String(held.version),
      };
      write(
        resource,
        `${JSON.stringify({ type, object: { ...object, metadata } })}\n`,
      );
    },
    end: (resource: string) =>
      responses(resource).forEach(response => response.end()),
    cut: (resource: string) =>
      responses(resource).forEach(response => response.destroy()),
  });
}

/** Answers with a status as an API server does. */
export function refuseWith(
  status: number,
  headers: Record<string, string> = {},
): Handler {
  return (_, response) => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify({ kind: 'Status', code: status }));
  };
}
