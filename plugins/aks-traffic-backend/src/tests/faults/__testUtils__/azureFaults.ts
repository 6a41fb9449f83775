import { ControlRequest, Fault } from './Fault';

const row = (name: string) =>
  `/subscriptions/9f0e6a1b-35c4-4d7e-8a21-000000000000/resourceGroups/rg-${name}`;
const clusterId = `${row(
  'aks-0000',
)}/providers/Microsoft.ContainerService/managedClusters/aks-0000`;

const every = 'every verdict';
const elsewhere = /could not see everything; it may still exist/;
const afterRetries =
  'Azure could not be read, or a part of it, and why. What it said at (time) is used instead';
const remembered = /What it said at .* is used instead/;

/** What the users of a cluster put into the one that takes its place. */
const otherServices = ['rebuilt', 'rebuilt-too'].map(name => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'default' },
  spec: { type: 'ClusterIP', ports: [{ port: 80 }] },
}));

const recreate = (body: object): ControlRequest => ({
  method: 'POST',
  path: '/clusters/aks-0000/recreate',
  body,
});

/** What goes wrong at Microsoft Entra ID. Tokens in hand go on, so that only a backend that starts gets to feel most. */
export const identityFaults: readonly Fault[] = [
  {
    fault: 'Entra ID is away while the backend has tokens',
    switches: [{ target: 'entra', effect: { kind: 'refuse' } }],
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'Entra ID breaks connections off when the backend starts',
    switches: [{ target: 'entra', effect: { kind: 'refuse' } }],
    restarted: true,
    impatient: 'azure',
    seen: 'stale',
    because: /did not answer in time|Microsoft Entra ID cannot be reached/,
    inShort:
      'Azure could not be read: Microsoft Entra ID cannot be reached, or did not answer in time',
    kept: every,
  },
  {
    fault: 'The client secret has expired',
    switches: [
      { target: 'entra', resource: 'token', effect: { kind: 'unauthorized' } },
    ],
    restarted: true,
    seen: 'stale',
    because: /no usable Azure credential|AADSTS7000222/,
    kept: every,
  },
  {
    fault: 'Conditional Access blocks the identity',
    switches: [
      { target: 'entra', resource: 'token', effect: { kind: 'forbidden' } },
    ],
    restarted: true,
    seen: 'stale',
    because: /AADSTS53003/,
    kept: every,
  },
  {
    fault: 'Entra ID answers with the page of a proxy',
    switches: [{ target: 'entra', effect: { kind: 'html' } }],
    restarted: true,
    seen: 'stale',
    because: /Azure could not be read/,
    kept: every,
  },
  {
    fault: 'Entra ID never answers',
    switches: [{ target: 'entra', effect: { kind: 'hang' } }],
    restarted: true,
    impatient: 'azure',
    seen: 'stale',
    because: /did not answer in time/,
    kept: every,
  },
  {
    fault: 'Entra ID fails once (503)',
    switches: [
      {
        target: 'entra',
        times: 1,
        effect: { kind: 'server-error', status: 503 },
      },
    ],
    restarted: true,
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'Tokens expire in the middle of a sweep',
    switches: [
      { target: 'entra', effect: { kind: 'short-tokens', lifetimeSeconds: 6 } },
      {
        target: 'aks-0000',
        resource: 'services',
        times: 1,
        effect: { kind: 'slow', delayMs: 6500 },
      },
    ],
    restarted: true,
    seen: 'complete',
    kept: every,
  },
  {
    fault:
      "The API server's clock is a day ahead: every token is expired to it",
    switches: [
      { target: 'aks-0000', effect: { kind: 'clock-skew', seconds: 86_400 } },
    ],
    seen: 'stale',
    because: /does not accept the token \(401\)/,
    kept: every,
  },
  {
    fault: "Azure's clock is a day behind: tokens are not valid yet",
    switches: [
      {
        target: 'resource-graph',
        effect: { kind: 'clock-skew', seconds: -86_400 },
      },
    ],
    seen: 'partial',
    because: remembered,
    kept: every,
  },
];

/** What goes wrong at Resource Graph and Resource Manager. */
export const azureFaults: readonly Fault[] = [
  {
    fault: 'Resource Graph throttles once, with Retry-After',
    switches: [
      {
        target: 'resource-graph',
        times: 1,
        effect: { kind: 'throttled', retryAfterSeconds: 1 },
      },
    ],
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'Resource Graph throttles twice, without Retry-After',
    switches: [
      { target: 'resource-graph', times: 2, effect: { kind: 'throttled' } },
    ],
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'Resource Graph throttles for good',
    switches: [{ target: 'resource-graph', effect: { kind: 'throttled' } }],
    impatient: 'azure',
    seen: 'partial',
    because: remembered,
    inShort: afterRetries,
    kept: every,
  },
  {
    fault: 'Resource Graph breaks connections off',
    switches: [{ target: 'resource-graph', effect: { kind: 'refuse' } }],
    impatient: 'azure',
    seen: 'partial',
    because: remembered,
    inShort: afterRetries,
    kept: every,
  },
  {
    fault: 'Resource Graph is away when the backend starts',
    switches: [{ target: 'resource-graph', effect: { kind: 'forbidden' } }],
    restarted: true,
    seen: 'stale',
    because: elsewhere,
    kept: every,
  },
  {
    fault: 'Resource Graph never answers',
    switches: [{ target: 'resource-graph', effect: { kind: 'hang' } }],
    impatient: 'azure',
    seen: 'partial',
    because: /did not answer in time/,
    kept: every,
  },
  {
    fault: 'Resource Graph answers with the page of a proxy (200)',
    switches: [{ target: 'resource-graph', effect: { kind: 'html' } }],
    seen: 'partial',
    because: /a proxy or a sign-in page may stand between/,
    kept: every,
  },
  {
    fault: 'Resource Graph answers with other JSON (200)',
    switches: [{ target: 'resource-graph', effect: { kind: 'nonsense' } }],
    seen: 'partial',
    because: /not a Resource Graph result/,
    kept: every,
  },
  {
    fault: 'Resource Graph sends JSON that breaks off',
    switches: [
      { target: 'resource-graph', effect: { kind: 'cut', fraction: 0.5 } },
    ],
    seen: 'partial',
    because: /JSON that breaks off or is malformed/,
    kept: every,
  },
  {
    fault: 'Resource Graph sends names that are not UTF-8',
    switches: [{ target: 'resource-graph', effect: { kind: 'garbled' } }],
    seen: 'partial',
    because: /do not have the shape of a resource/,
    kept: every,
  },
  {
    fault: 'Resource Graph redirects',
    switches: [
      {
        target: 'resource-graph',
        effect: { kind: 'redirect', location: 'https://localhost:9/' },
      },
    ],
    seen: 'partial',
    because: remembered,
    kept: every,
  },
  {
    fault: 'Resource Graph cuts every result off',
    switches: [{ target: 'resource-graph', effect: { kind: 'truncated' } }],
    seen: 'partial',
    because: /Resource Graph cut the result off/,
    kept: every,
  },
  {
    fault: 'Resource Graph loses the token of the next page',
    switches: [
      { target: 'resource-graph', effect: { kind: 'lost-skip-token' } },
    ],
    seen: 'partial',
    because: /only \d+ of \d+ rows arrived/,
    kept: every,
  },
  {
    fault: 'Resource Graph fails for good (500)',
    switches: [
      {
        target: 'resource-graph',
        effect: { kind: 'server-error', status: 500 },
      },
    ],
    impatient: 'azure',
    seen: 'partial',
    because: remembered,
    inShort: afterRetries,
    kept: every,
  },
  {
    fault: 'Resource Graph fails for the first query alone (500)',
    switches: [
      {
        target: 'resource-graph',
        times: 4,
        effect: { kind: 'server-error', status: 500 },
      },
    ],
    seen: 'partial',
    because: /A part of Azure could not be read \(managed-clusters\)/,
    kept: every,
  },
  {
    fault: 'The role Reader is lost (403)',
    switches: [{ target: 'resource-graph', effect: { kind: 'forbidden' } }],
    seen: 'partial',
    because: /give the identity the role Reader/,
    kept: every,
  },
  {
    fault: 'Resource Graph does not accept the token (401)',
    switches: [{ target: 'resource-graph', effect: { kind: 'unauthorized' } }],
    seen: 'partial',
    because: remembered,
    kept: every,
  },
  {
    fault: 'The subscription of the cluster becomes invisible',
    switches: [
      {
        target: 'resource-graph',
        effect: {
          kind: 'hidden',
          id: '/subscriptions/9f0e6a1b-35c4-4d7e-8a21-000000000000',
        },
      },
    ],
    seen: 'stale',
    because: /Restore the role assignment/,
    kept: every,
  },
  {
    fault: 'The cluster is deleted',
    switches: [
      { target: 'resource-graph', effect: { kind: 'hidden', id: clusterId } },
    ],
    sweeps: 2,
    seen: 'stale',
    because: /it is forgotten when that stays so for an hour/,
    kept: every,
  },
  {
    fault: 'The cluster is stopped',
    switches: [
      {
        target: 'resource-graph',
        effect: { kind: 'rewrite', text: '"Running"', by: '"Stopped"' },
      },
    ],
    seen: 'stale',
    because: /The cluster is stopped/,
    kept: every,
  },
  {
    fault:
      'Another cluster of the same name takes its place in another resource group',
    switches: [
      {
        target: 'resource-graph',
        effect: {
          kind: 'rewrite',
          text: `${row('aks-0000')}/providers/Microsoft.ContainerService/`,
          by: `${row('other')}/providers/Microsoft.ContainerService/`,
        },
      },
    ],
    seen: 'stale',
    because: /it is forgotten when that stays so for an hour/,
    kept: every,
  },
  {
    fault: 'The cluster is deleted and one of another name is made',
    switches: [
      {
        target: 'resource-graph',
        effect: {
          kind: 'rewrite',
          text: 'aks-0000',
          by: 'aks-9999',
        },
      },
    ],
    seen: 'stale',
    because: /it is forgotten when that stays so for an hour/,
    kept: every,
  },
  {
    fault:
      'The cluster is recreated under its name in its resource group, with other Services',
    requests: [recreate({ objects: otherServices })],
    undo: [recreate({})],
    seen: 'complete',
    kept: 'the other clusters; of this one there is what the new one has',
  },
  {
    fault: 'The same, and nothing in the new one may be read yet (403)',
    requests: [recreate({ objects: otherServices })],
    switches: [{ target: 'aks-0000', effect: { kind: 'forbidden' } }],
    undo: [recreate({})],
    seen: 'stale',
    because: /ClusterRole aks-traffic-reader/,
    kept: every,
  },
  {
    fault: 'The same, while Resource Graph still lists the one before',
    requests: [recreate({ objects: otherServices, rowStays: true })],
    undo: [recreate({})],
    seen: 'stale',
    because: /refused the connection/,
    kept: every,
  },
  {
    fault: 'The same, one sweep later',
    requests: [recreate({ objects: otherServices, rowStays: true })],
    undo: [recreate({})],
    sweeps: 2,
    seen: 'complete',
    kept: 'the other clusters; of this one there is what the new one has',
  },
  {
    fault:
      'The role Azure Kubernetes Service Cluster User Role is lost while the address of the cluster is known',
    switches: [{ target: 'arm', effect: { kind: 'forbidden' } }],
    seen: 'complete',
    kept: every,
  },
  {
    fault: 'The same, when the backend starts',
    switches: [{ target: 'arm', effect: { kind: 'forbidden' } }],
    restarted: true,
    seen: 'stale',
    because: /Azure Kubernetes Service Cluster User Role/,
    kept: every,
  },
  {
    fault: 'Resource Manager never answers when the backend starts',
    switches: [{ target: 'arm', effect: { kind: 'hang' } }],
    restarted: true,
    impatient: 'azure',
    seen: 'stale',
    because: /address of the cluster could not be read/,
    kept: every,
  },
  {
    fault: 'Resource Manager fails when the backend starts (500)',
    switches: [
      { target: 'arm', effect: { kind: 'server-error', status: 500 } },
    ],
    restarted: true,
    impatient: 'azure',
    seen: 'stale',
    because: /address of the cluster could not be read/,
    inShort:
      'The address of the cluster could not be read: Azure failed, or did not answer in time',
    kept: every,
  },
  {
    fault: 'Resource Manager answers with other JSON when the backend starts',
    switches: [{ target: 'arm', effect: { kind: 'nonsense' } }],
    restarted: true,
    seen: 'stale',
    because: /kubeconfig/,
    kept: every,
  },
  {
    fault: 'No connection to Azure is made: packets are dropped',
    switches: [{ target: 'azure', effect: { kind: 'hang-at-connect' } }],
    impatient: 'azure',
    seen: 'partial',
    because: /did not answer in time/,
    kept: every,
  },
  {
    fault: 'Azure accepts connections and TLS never begins',
    switches: [{ target: 'azure', effect: { kind: 'hang-in-handshake' } }],
    impatient: 'azure',
    seen: 'partial',
    because: /did not answer in time/,
    kept: every,
  },
  {
    fault: 'The same, when the backend starts, before it has a token',
    switches: [{ target: 'azure', effect: { kind: 'hang-in-handshake' } }],
    restarted: true,
    impatient: 'azure',
    seen: 'stale',
    because: /did not answer in time/,
    kept: every,
  },
  {
    fault: 'All of Azure is away',
    switches: ['entra', 'arm', 'resource-graph'].map(target => ({
      target,
      effect: { kind: 'refuse' },
    })),
    impatient: 'azure',
    seen: 'partial',
    because: remembered,
    inShort: afterRetries,
    kept: every,
  },
];
