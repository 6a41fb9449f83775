import {
  KubernetesObject,
  ObservedResource,
} from 'backstage-plugin-aks-traffic-engine';
import { testLocation } from './__testUtils__/locations';
import {
  Handler,
  sendJson,
  startServer,
  TestServer,
} from './__testUtils__/startServer';
import { ClusterLocation } from '../extensions';
import { observeClusterWith } from './observeCluster';
import { ReadLimits } from './ReadLimits';

function resource(
  group: string,
  plural: string,
  kind: string,
  versions = ['v1'],
): ObservedResource {
  return {
    group,
    versions,
    kind,
    resource: plural,
    namespaced: true,
    metadataOnly: false,
  };
}

const gatewayApi = 'gateway.networking.k8s.io';
const resources = [
  resource('', 'services', 'Service'),
  resource('networking.k8s.io', 'ingresses', 'Ingress'),
  resource(gatewayApi, 'httproutes', 'HTTPRoute', ['v1', 'v1beta1']),
  resource('traefik.io', 'ingressroutes', 'IngressRoute', ['v1alpha1']),
];

const discovery = {
  kind: 'APIGroupDiscoveryList',
  items: [
    {
      metadata: { name: 'networking.k8s.io' },
      versions: [{ version: 'v1', resources: [{ resource: 'ingresses' }] }],
    },
    {
      metadata: { name: gatewayApi },
      versions: [
        { version: 'v2', resources: [{ resource: 'httproutes' }] },
        { version: 'v1beta1', resources: [{ resource: 'httproutes' }] },
      ],
    },
  ],
};

/** Answers like a small cluster; `overrides` by path come first. */
function cluster(overrides: Record<string, Handler> = {}): Handler {
  return (request, response) => {
    const { pathname } = new URL(request.url!, 'http://server');
    const override = overrides[pathname];
    if (override) {
      override(request, response);
    } else if (pathname === '/apis') {
      sendJson(response, discovery);
    } else if (pathname === '/api/v1/services') {
      sendJson(response, {
        kind: 'ServiceList',
        items: [{ metadata: { name: 'web' } }],
      });
    } else if (pathname === `/apis/networking.k8s.io/v1/ingresses`) {
      sendJson(response, { kind: 'IngressList', items: [] });
    } else if (pathname === `/apis/${gatewayApi}/v1beta1/httproutes`) {
      sendJson(response, {
        kind: 'HTTPRouteList',
        items: [{ metadata: { name: 'route' } }],
      });
    } else {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('404 page not found\n');
    }
  };
}

const status: (code: number) => Handler = code => (_, response) =>
  sendJson(response, { kind: 'Status', message: 'no' }, code);

describe('observeCluster', () => {
  let server: TestServer | undefined;

  afterEach(() => server?.close());

  async function observe(
    handler: Handler,
    options: {
      location?: Partial<ClusterLocation>;
      limits?: Partial<ReadLimits>;
      signal?: AbortSignal;
      more?: ObservedResource[];
    } = {},
  ) {
    server = await startServer(handler);
    return observeClusterWith(
      {
        location: testLocation(options.location),
        signal: options.signal ?? new AbortController().signal,
        limits: options.limits,
      },
      {
        environment: {
          ...server.environment,
          now: () => new Date('2026-11-22T10:00:00Z'),
        },
        resources: [...resources, ...(options.more ?? [])],
        reduce: raw => raw as KubernetesObject,
      },
    );
  }

  it('reads what the cluster has, in the best version both sides know', async () => {
    const observation = await observe(cluster(), {
      location: { armId: '/subscriptions/s/clusters/shop' },
    });
    expect(observation).toEqual({
      cluster: 'shop',
      armId: '/subscriptions/s/clusters/shop',
      origin: 'api',
      observedAt: '2026-11-22T10:00:00.000Z',
      coverage: 'complete',
      gaps: [],
      reads: [
        { group: '', resource: 'services', state: 'complete' },
        {
          group: 'networking.k8s.io',
          resource: 'ingresses',
          state: 'complete',
        },
        { group: gatewayApi, resource: 'httproutes', state: 'complete' },
        {
          group: 'traefik.io',
          resource: 'ingressroutes',
          state: 'not-installed',
        },
      ],
      objects: [
        { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } },
        {
          apiVersion: `${gatewayApi}/v1beta1`,
          kind: 'HTTPRoute',
          metadata: { name: 'route' },
        },
      ],
    });
    expect(server!.requests.map(({ method }) => method)).toEqual(
      Array(4).fill('GET'),
    );
  });

  it('names the missing rule of a forbidden resource and reads the rest', async () => {
    const observation = await observe(
      cluster({ '/apis/networking.k8s.io/v1/ingresses': status(403) }),
    );
    expect(observation.coverage).toBe('partial');
    expect(observation.objects).toHaveLength(2);
    expect(observation.reads[1]).toEqual({
      group: 'networking.k8s.io',
      resource: 'ingresses',
      state: 'forbidden',
      gap: `Listing ingresses.networking.k8s.io is forbidden: give the reader's role the rule apiGroups: ["networking.k8s.io"], resources: ["ingresses"], verbs: ["list", "watch"]`,
    });
  });

  it('keeps a failed resource apart from an empty one', async () => {
    const observation = await observe(
      cluster({
        '/apis/networking.k8s.io/v1/ingresses': (_, response) => {
          response.writeHead(200, { 'content-type': 'text/html' });
          response.end('<html></html>');
        },
      }),
    );
    expect(observation.reads[1]).toMatchObject({
      state: 'failed',
      gap: expect.stringContaining('web page instead of JSON'),
    });
    expect(observation.coverage).toBe('partial');
  });

  it('takes a resource that vanished after discovery as not installed', async () => {
    const observation = await observe(
      cluster({ [`/apis/${gatewayApi}/v1beta1/httproutes`]: status(404) }),
    );
    expect(observation.reads[2].state).toBe('not-installed');
    expect(observation.coverage).toBe('complete');
  });

  it.each(['/api/v1/services', '/apis/networking.k8s.io/v1/ingresses'])(
    'never takes the absence of %s, which every cluster has, as a fact',
    async path => {
      const observation = await observe(cluster({ [path]: status(404) }));
      expect(observation.coverage).toBe('partial');
      expect(observation.reads.map(({ state }) => state)).toContain('failed');
    },
  );

  it('does not take the 404 of something in front of the API server as a fact', async () => {
    const observation = await observe(
      cluster({
        [`/apis/${gatewayApi}/v1beta1/httproutes`]: (_, response) => {
          response.writeHead(404, { 'content-type': 'text/plain' });
          response.end('default backend - 404');
        },
      }),
    );
    expect(observation.reads[2]).toMatchObject({
      state: 'failed',
      gap: expect.stringContaining('does not answer like an API server (404)'),
    });
  });

  it('does not take for absent what discovery leaves out and a definition proves', async () => {
    const observation = await observe(
      cluster({
        '/apis': (_, response) =>
          sendJson(response, {
            kind: 'APIGroupDiscoveryList',
            items: discovery.items.slice(0, 1),
          }),
        '/apis/apiextensions.k8s.io/v1/customresourcedefinitions': (
          _,
          response,
        ) =>
          sendJson(response, {
            kind: 'CustomResourceDefinitionList',
            items: [{ metadata: { name: `httproutes.${gatewayApi}` } }],
          }),
      }),
      {
        more: [
          resource(
            'apiextensions.k8s.io',
            'customresourcedefinitions',
            'CustomResourceDefinition',
          ),
        ],
      },
    );
    expect(observation.coverage).toBe('partial');
    expect(observation.reads.slice(2, 4)).toEqual([
      {
        group: gatewayApi,
        resource: 'httproutes',
        state: 'not-read',
        gap: `httproutes.${gatewayApi} is defined in the cluster and was not served when it was read`,
      },
      {
        group: 'traefik.io',
        resource: 'ingressroutes',
        state: 'not-installed',
      },
    ]);
  });

  it('says when only versions are served that are not known', async () => {
    const observation = await observe(
      cluster({
        '/apis': (_, response) =>
          sendJson(response, {
            kind: 'APIGroupDiscoveryList',
            items: [
              {
                metadata: { name: 'traefik.io' },
                versions: [
                  { version: 'v9', resources: [{ resource: 'ingressroutes' }] },
                ],
              },
            ],
          }),
      }),
    );
    expect(observation.reads[3]).toMatchObject({
      state: 'not-read',
      gap: expect.stringContaining('(v9)'),
    });
  });

  it('tries every known version when discovery is forbidden', async () => {
    const observation = await observe(cluster({ '/apis': status(403) }));
    expect(observation.coverage).toBe('complete');
    expect(observation.objects.map(({ kind }) => kind)).toEqual([
      'Service',
      'HTTPRoute',
    ]);
  });

  it('calls a cluster unreachable when nothing of it may be read, and says why', async () => {
    const observation = await observe(cluster(), {
      location: { access: { kind: 'none', gap: 'There is no role.' } },
    });
    expect(observation).toEqual({
      cluster: 'shop',
      origin: 'api',
      coverage: 'unreachable',
      gaps: ['There is no role.'],
      reads: [],
      objects: [],
    });
    expect(server!.requests).toHaveLength(0);
  });

  it('calls a cluster that forbids everything unreachable, not empty', async () => {
    const observation = await observe(status(403));
    expect(observation.coverage).toBe('unreachable');
    expect(observation.observedAt).toBeUndefined();
    expect(observation.gaps).toEqual([
      expect.stringContaining('ClusterRole aks-traffic-reader'),
    ]);
  });

  it('says the first reason when everything fails after discovery', async () => {
    const observation = await observe((request, response) =>
      request.url === '/apis'
        ? sendJson(response, discovery)
        : status(400)(request, response),
    );
    expect(observation).toMatchObject({ coverage: 'unreachable', reads: [] });
    expect(observation.gaps).toEqual([
      'Nothing of the cluster could be read. Reading services failed: The API server refused the request (400): no',
    ]);
  });

  it.each([
    ['refuses the token', status(401), /does not accept the token.*Entra ID/],
    ['is not Kubernetes', status(404), /does not know the list of APIs/],
    [
      'is a web page',
      ((_, response) => response.end('<html>')) as Handler,
      /web page instead of JSON.*\[https:\/\/shop\.example\]/,
    ],
  ])('says why and where when the server %s', async (_, handler, gap) => {
    const observation = await observe(handler);
    expect(observation).toMatchObject({ coverage: 'unreachable', reads: [] });
    expect(observation.gaps).toEqual([expect.stringMatching(gap)]);
  });

  it('keeps what was read when the time for the cluster is used up', async () => {
    const observation = await observe(
      cluster({ [`/apis/${gatewayApi}/v1beta1/httproutes`]: () => {} }),
      { limits: { clusterTimeoutMs: 300, concurrency: 1 } },
    );
    expect(observation.coverage).toBe('partial');
    expect(observation.reads.map(({ state }) => state)).toEqual([
      'complete',
      'complete',
      'failed',
      'not-installed',
    ]);
    expect(observation.reads[2].gap).toContain('(0.3 s) was used up');
  });

  it('gives up on a token that never comes', async () => {
    const observation = await observe(cluster(), {
      location: {
        access: { kind: 'token', getToken: () => new Promise(() => {}) },
      },
      limits: { clusterTimeoutMs: 50 },
    });
    expect(observation).toMatchObject({
      coverage: 'unreachable',
      gaps: [expect.stringContaining('(0.05 s) was used up')],
    });
  });

  it('rejects when the caller stops it, instead of calling the cluster unreachable', async () => {
    const controller = new AbortController();
    await expect(
      observe(() => controller.abort(), { signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('refuses to send a token over plain http', async () => {
    const observation = await observe(cluster(), {
      location: { server: 'http://shop.example' },
    });
    expect(observation).toMatchObject({
      coverage: 'unreachable',
      gaps: [expect.stringContaining('is not an https address')],
    });
  });
});
