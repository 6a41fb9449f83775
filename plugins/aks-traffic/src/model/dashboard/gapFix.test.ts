import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gapFixOf, GapKind } from './gapFix';

/** What the backend says, word for word. */
const gaps: [GapKind, string][] = [
  [
    'kubernetes-role',
    'Listing ingresses.networking.k8s.io is forbidden: give the reader\'s role the rule apiGroups: ["networking.k8s.io"], resources: ["ingresses"], verbs: ["list", "watch"]',
  ],
  [
    'kubernetes-role',
    'The API server knows the reader and lets it read nothing: bind it to the ClusterRole aks-traffic-reader of the installation guide, or give it the Azure roles named there.',
  ],
  [
    'kubernetes-sign-in',
    'Nothing of the cluster could be read. Reading services failed: The API server does not accept the token (401)',
  ],
  [
    'cluster-user-role',
    'The address of the cluster may not be read: give the identity the role "Azure Kubernetes Service Cluster User Role" on the cluster or above it.',
  ],
  [
    'no-entra-id',
    "The cluster does not sign users in through Microsoft Entra ID, so Azure would hand out an administrator's certificate, which is refused. Enable Entra ID (az aks update --enable-aad), or list the cluster under aksTraffic.clusters with a ServiceAccount token and its armId.",
  ],
  [
    'network',
    'Nothing of the cluster could be read. Reading services failed: The API server refused the connection',
  ],
  [
    'network',
    'Nothing of the cluster could be read. Reading services failed: The API server has a name that cannot be resolved from here',
  ],
  ['network', 'Reading pods failed: The API server did not answer within 15 s'],
  [
    'certificate',
    'Reading pods failed: The API server showed a certificate that is not trusted (SELF_SIGNED_CERT_IN_CHAIN)',
  ],
  [
    'something-between',
    'Reading services failed: The API server answered with a web page instead of JSON; a proxy or a sign-in page stands between',
  ],
  ['stopped', 'The cluster is stopped.'],
  [
    'azure-role',
    'A part of Azure could not be read (load-balancers): Azure denies the request (403, AuthorizationFailed: no): give the identity the role Reader on what is to be read',
  ],
  [
    'azure-role',
    'Subscription 11111111-1111-1111-1111-111111111111 is configured and cannot be seen: give the identity the role Reader there, or remove it from aksTraffic.azure.scope',
  ],
  [
    'azure-sign-in',
    'Azure could not be read: Microsoft Entra ID gave no token: AADSTS700016: no such application',
  ],
  [
    'throttled',
    'Reading pods failed: The API server turns requests away as too many (429)',
  ],
  [
    'too-large',
    'Reading pods failed: The time for reading the cluster (90 s) was used up',
  ],
  [
    'newer-version',
    'httproutes.gateway.networking.k8s.io is served only in versions that are not known here (v9): update the plugin',
  ],
  [
    'same-name',
    'More than one cluster is named aks: those of Azure are shown as aks.blue.11111111, aks.green.11111111.',
  ],
  [
    'waiting',
    'The newest reading saw less than the one before, which is shown instead.',
  ],
  ['waiting', 'The cluster has not been read yet.'],
  ['waiting', 'The last good reading is older than 15 minutes.'],
  [
    'reasons-withheld',
    'The reasons are shown to those who may list clusters (permission aks-traffic.cluster.read).',
  ],
  [
    'reasons-withheld',
    'The reasons are shown to those who may list all clusters.',
  ],
];

const root = join(__dirname, '../../../../..');

describe('gapFixOf', () => {
  it.each(gaps)('knows a gap of the kind %s: %s', (kind, gap) => {
    expect(gapFixOf(gap)?.kind).toBe(kind);
  });

  it('knows nothing about what it has never seen', () => {
    expect(gapFixOf('The moon is in the way.')).toBeUndefined();
  });

  it('names a page and a heading that exist', () => {
    for (const [, gap] of gaps) {
      const { docs, anchor } = gapFixOf(gap)!;
      const page = readFileSync(join(root, docs), 'utf8');
      expect([undefined, ...headingsOf(page)]).toContain(anchor);
    }
  });
});

/** The anchors of a page's headings, as both GitHub and MkDocs write them. */
function headingsOf(markdown: string): string[] {
  return markdown
    .split('\n')
    .filter(line => line.startsWith('#'))
    .map(line =>
      line
        .replace(/^#+\s*/, '')
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .trim()
        .replace(/\s+/g, '-'),
    );
}
