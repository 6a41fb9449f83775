import { Fault } from './Fault';

const target = 'aks-0000';
const every = 'every verdict';
const unknown = 'every Service; what cannot be known is unknown';

/** What goes wrong at a cluster's API server and on the way to it. */
export const clusterFaults: readonly Fault[] = [
  {
    fault: 'The API server breaks connections off',
    switches: [{ target, effect: { kind: 'refuse' } }],
    impatient: 'clusters',
    seen: 'stale',
    because: /broke the connection off/,
    inShort:
      'The API server broke the connection off before its answer was whole',
    kept: every,
  },
  {
    fault: 'No connection to the API server is made: packets are dropped',
    switches: [{ target, effect: { kind: 'hang-at-connect' } }],
    impatient: 'clusters',
    seen: 'stale',
    because: /did not answer within 2 s/,
    kept: every,
  },
  {
    fault: 'The API server accepts connections and TLS never begins',
    switches: [{ target, effect: { kind: 'hang-in-handshake' } }],
    impatient: 'clusters',
    seen: 'stale',
    because: /did not answer within 2 s/,
    kept: every,
  },
  {
    fault: 'The API server never answers',
    switches: [{ target, effect: { kind: 'hang' } }],
    impatient: 'clusters',
    seen: 'stale',
    because: /did not answer within 2 s/,
    kept: every,
  },
  {
    fault: 'The API server hangs while it lists Services',
    switches: [{ target, resource: 'services', effect: { kind: 'hang' } }],
    impatient: 'clusters',
    seen: 'stale',
    because: /Reading services failed: .* did not answer within 2 s/,
    kept: every,
  },
  {
    fault: 'The API server hangs on a list that is not the first',
    switches: [{ target, resource: 'pods', effect: { kind: 'hang' } }],
    impatient: 'clusters',
    seen: 'stale',
    because: /Reading pods failed: .* did not answer within 2 s/,
    kept: every,
  },
  {
    fault: 'The API server stops in the middle of an answer',
    switches: [
      { target, resource: 'pods', effect: { kind: 'stall', fraction: 0.5 } },
    ],
    impatient: 'clusters',
    seen: 'stale',
    because: /Reading pods failed: .* did not answer within 2 s/,
    kept: every,
  },
  {
    fault: 'The API server is slower than the time for the whole cluster',
    switches: [{ target, effect: { kind: 'slow', delayMs: 1500 } }],
    impatient: 'clusters',
    seen: 'stale',
    because: /The time for reading the cluster .* was used up/,
    inShort: 'The time for reading the cluster (4 s) was used up',
    kept: every,
  },
  {
    fault: 'The API server is slow once',
    switches: [{ target, times: 1, effect: { kind: 'slow', delayMs: 500 } }],
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'The list of APIs breaks off',
    switches: [{ target, effect: { kind: 'cut', fraction: 0.5 } }],
    impatient: 'clusters',
    seen: 'stale',
    because: /breaks off|broke the connection off/,
    kept: every,
  },
  {
    fault: 'The list of Services breaks off',
    switches: [
      { target, resource: 'services', effect: { kind: 'cut', fraction: 0.5 } },
    ],
    impatient: 'clusters',
    seen: 'stale',
    because: /Reading services failed: .*(breaks|broke)/,
    kept: every,
  },
  {
    fault: 'A list breaks off once',
    switches: [
      {
        target,
        resource: 'services',
        times: 1,
        effect: { kind: 'cut', fraction: 0.5 },
      },
    ],
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'A list expires twice while it is paged (410)',
    switches: [{ target, times: 2, effect: { kind: 'expired-continue' } }],
    pageSize: 10,
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'Every list expires each time it is continued (410)',
    switches: [{ target, effect: { kind: 'expired-continue' } }],
    pageSize: 10,
    seen: 'stale',
    because: /let the list expire while it was read/,
    kept: every,
  },
  {
    fault: 'A list of Services loses the token of its next page',
    switches: [
      {
        target,
        resource: 'services',
        effect: { kind: 'rewrite', text: '"continue":', by: '"lost":' },
      },
    ],
    pageSize: 10,
    seen: 'stale',
    because: /Not all services were read: .* more follow/,
    kept: every,
  },
  {
    fault: 'A later page of the Services fails (500)',
    switches: [
      // The first page passes, and the second is refused until the reader gives up.
      {
        target,
        resource: 'services',
        times: 1,
        effect: { kind: 'slow', delayMs: 1 },
      },
      {
        target,
        resource: 'services',
        effect: { kind: 'server-error', status: 500 },
      },
    ],
    pageSize: 10,
    seen: 'stale',
    because: /Not all services were read/,
    kept: every,
  },
  {
    fault: 'The API server throttles in plain text, with Retry-After, twice',
    switches: [
      { target, times: 2, effect: { kind: 'throttled', retryAfterSeconds: 1 } },
    ],
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'The API server throttles without Retry-After, twice',
    switches: [{ target, times: 2, effect: { kind: 'throttled' } }],
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'The API server throttles for good',
    switches: [{ target, effect: { kind: 'throttled' } }],
    impatient: 'clusters',
    seen: 'stale',
    because: /turns requests away as too many \(429\)/,
    kept: every,
  },
  {
    fault: 'The API server fails for good (503)',
    switches: [{ target, effect: { kind: 'server-error', status: 503 } }],
    impatient: 'clusters',
    seen: 'stale',
    because: /failed \(503\)/,
    kept: every,
  },
  {
    fault:
      'One kind cannot be listed (500), as with a broken conversion webhook',
    switches: [
      {
        target,
        resource: 'deployments',
        effect: { kind: 'server-error', status: 500 },
      },
    ],
    seen: 'stale',
    because: /Reading deployments.apps failed/,
    kept: every,
  },
  {
    fault: 'A page of a proxy stands in front of the API server (200)',
    switches: [{ target, effect: { kind: 'html' } }],
    seen: 'stale',
    because: /web page instead of JSON/,
    kept: every,
  },
  {
    fault: 'Something else answers at the address (200, JSON)',
    switches: [{ target, effect: { kind: 'nonsense' } }],
    seen: 'stale',
    because: /not a list of APIs/,
    kept: every,
  },
  {
    fault: 'Something else answers for the Services (200, JSON)',
    switches: [{ target, resource: 'services', effect: { kind: 'nonsense' } }],
    seen: 'stale',
    because: /JSON that is not a list/,
    kept: every,
  },
  {
    fault: 'The API server redirects',
    switches: [
      {
        target,
        effect: { kind: 'redirect', location: 'https://localhost:9/' },
      },
    ],
    seen: 'stale',
    because: /redirect \(302\), which is not followed/,
    kept: every,
  },
  {
    fault: 'The API server sends names that are not UTF-8',
    switches: [{ target, resource: 'services', effect: { kind: 'garbled' } }],
    seen: 'stale',
    because: /bytes that are not UTF-8/,
    kept: every,
  },
  {
    fault: 'The token is refused once (401)',
    switches: [{ target, times: 1, effect: { kind: 'unauthorized' } }],
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'The token is refused for good (401)',
    switches: [{ target, effect: { kind: 'unauthorized' } }],
    seen: 'stale',
    because: /does not accept the token \(401\)/,
    kept: every,
  },
  {
    fault: 'The right to list one kind is lost (403)',
    switches: [
      { target, resource: 'deployments', effect: { kind: 'forbidden' } },
    ],
    seen: 'partial',
    because: /resources: \["deployments"\]/,
    kept: unknown,
  },
  {
    fault: 'The right to list Services is lost (403)',
    switches: [{ target, resource: 'services', effect: { kind: 'forbidden' } }],
    seen: 'stale',
    because: /resources: \["services"\]/,
    kept: every,
  },
  {
    fault: 'Every right in the cluster is lost (403)',
    switches: [{ target, effect: { kind: 'forbidden' } }],
    seen: 'stale',
    because: /ClusterRole aks-traffic-reader/,
    kept: every,
  },
  {
    fault: 'A CRD is removed between discovery and list',
    switches: [
      'gateways',
      'httproutes',
      'virtualservices',
      'nginxingresscontrollers',
      'ingressroutes',
    ].map(resource => ({ target, resource, effect: { kind: 'not-found' } })),
    seen: 'stale',
    because: /is defined in the cluster and was not served/,
    kept: every,
  },
  {
    fault: 'A built-in kind is said not to exist (404)',
    switches: [{ target, resource: 'services', effect: { kind: 'not-found' } }],
    seen: 'stale',
    because: /does not know services \(404\)/,
    kept: every,
  },
  {
    fault: 'The answer of the API server is empty of APIs (404 for all)',
    switches: [{ target, effect: { kind: 'not-found' } }],
    seen: 'stale',
    because: /does not know the list of APIs \(404\)/,
    kept: every,
  },
  {
    fault: 'One object has 30 MB',
    requests: [
      {
        method: 'PUT',
        path: `/clusters/${target}/objects`,
        body: largeObject(),
      },
    ],
    undo: [
      {
        method: 'DELETE',
        path: `/clusters/${target}/objects?apiVersion=networking.k8s.io/v1&kind=IngressClass&name=large`,
      },
    ],
    seen: 'complete',
    kept: every,
  },
  {
    fault: "The cluster's certificate authority is rotated",
    requests: [
      { method: 'POST', path: `/clusters/${target}/rotate-certificates` },
    ],
    seen: 'stale',
    because: /certificate that is not trusted/,
    kept: every,
  },
  {
    fault: 'The same, one sweep later',
    requests: [
      { method: 'POST', path: `/clusters/${target}/rotate-certificates` },
    ],
    sweeps: 2,
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'All versions of the API server are compacted while it is read',
    switches: [
      { target, resource: 'pods', effect: { kind: 'slow', delayMs: 700 } },
    ],
    whileReading: {
      podRequests: 2,
      requests: [{ method: 'POST', path: `/clusters/${target}/compact` }],
    },
    pageSize: 10,
    seen: 'complete',
    kept: every,
  },
];

function largeObject() {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: {
      name: 'large',
      annotations: { note: 'x'.repeat(30 * 1024 * 1024) },
    },
    spec: { controller: 'example.com/none' },
  };
}
