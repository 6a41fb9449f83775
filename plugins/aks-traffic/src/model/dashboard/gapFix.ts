/** What can be done about something that could not be read, as far as the ways to fix it differ. */
export type GapKind =
  | 'kubernetes-role'
  | 'kubernetes-sign-in'
  | 'cluster-user-role'
  | 'no-entra-id'
  | 'network'
  | 'certificate'
  | 'something-between'
  | 'stopped'
  | 'azure-role'
  | 'azure-sign-in'
  | 'throttled'
  | 'too-large'
  | 'newer-version'
  | 'same-name'
  | 'waiting'
  | 'reasons-withheld';

/** How to close a gap, and the page that tells more. */
export interface GapFix {
  kind: GapKind;
  /** Path of the page in the repository. */
  docs: string;
  /** Heading of the page. */
  anchor?: string;
}

const install = 'docs/install.md';
const azureRights = { docs: install, anchor: '4-rights-in-azure' };
const clusterRights = { docs: install, anchor: '5-rights-in-the-clusters' };
const network = { docs: install, anchor: '6-network' };
const configuration = { docs: install, anchor: '3-configuration' };
const permissions = { docs: install, anchor: '8-permissions' };

/**
 * How the backend words each kind of gap. A gap is a sentence for people, so that one from another version may match
 * nothing; it is then shown without a fix. The first that matches counts: a sentence may quote another one, and what
 * names a role is more exact than what names the place that asked for it.
 */
const fixes: readonly (GapFix & { says: RegExp })[] = [
  {
    kind: 'reasons-withheld',
    says: /^The reasons are shown to those who may list (all )?clusters/,
    ...permissions,
  },
  {
    kind: 'waiting',
    says: /^The newest reading saw less|has not been read yet|have not been looked for yet|^The last good reading is older/,
    docs: 'docs/architecture.md',
    anchor: 'what-is-shown-when-something-fails',
  },
  { kind: 'stopped', says: /^The cluster is stopped/, ...clusterRights },
  {
    kind: 'no-entra-id',
    says: /does not sign users in through Microsoft Entra ID/,
    ...azureRights,
  },
  {
    kind: 'cluster-user-role',
    says: /Azure Kubernetes Service Cluster User Role/,
    ...azureRights,
  },
  {
    kind: 'azure-sign-in',
    says: /Microsoft Entra ID gave no token|no usable Azure credential|Azure does not accept the token/,
    ...azureRights,
  },
  {
    kind: 'azure-role',
    says: /Azure denies the request|cannot be seen: give the identity|role Reader|which subscriptions can be seen/,
    ...azureRights,
  },
  {
    kind: 'kubernetes-sign-in',
    says: /does not accept the (?:token|client certificate)/,
    ...clusterRights,
  },
  {
    kind: 'kubernetes-role',
    says: /is forbidden: give the reader's role|lets it read nothing|denies the request \(403\)/,
    ...clusterRights,
  },
  {
    kind: 'certificate',
    says: /certificate that is not trusted/,
    ...configuration,
  },
  {
    kind: 'something-between',
    says: /web page instead of JSON|not JSON|answers with a redirect|does not answer like an API server|something else may stand at its address/,
    ...network,
  },
  {
    kind: 'throttled',
    says: /turns requests away as too many|turns requests away/,
    ...configuration,
  },
  {
    kind: 'too-large',
    says: /more than the allowed size|time for reading the cluster|let the list expire/,
    ...configuration,
  },
  {
    kind: 'network',
    says: /refused the connection|cannot be resolved|could not be resolved|cannot be routed to|does not answer|did not answer|broke the connection off|cannot be reached/,
    ...network,
  },
  {
    kind: 'newer-version',
    says: /versions that are not known here/,
    docs: install,
  },
  {
    kind: 'same-name',
    says: /^More than one cluster is named|both have a cluster named/,
    ...configuration,
  },
];

/** How to close a gap; `undefined` for one that nothing is known about. */
export function gapFixOf(gap: string): GapFix | undefined {
  const fix = fixes.find(({ says }) => says.test(gap));
  return fix && { kind: fix.kind, docs: fix.docs, anchor: fix.anchor };
}
