import type { Identity, SimulatedCluster } from '../../estate/types';
import { AKS_SERVER_APPLICATION, TokenAuthority } from '../../entra';

/** Who sends a request, and the name of the role that says what it may do. */
export interface User {
  name: string;
  role?: string;
}

export interface AuthenticateOptions {
  authorization: string | undefined;
  cluster: SimulatedCluster;
  identities: readonly Identity[];
  authority: Pick<TokenAuthority, 'verify'>;
  now: Date;
}

/** The sender of a request; undefined when its token is missing, broken, expired or meant for another server. */
export async function authenticate(
  options: AuthenticateOptions,
): Promise<User | undefined> {
  const { authorization, cluster, identities, authority, now } = options;
  const token = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) {
    return undefined;
  }
  const account = cluster.serviceAccountTokens.find(
    candidate => candidate.token === token,
  );
  if (account) {
    return {
      name: `system:serviceaccount:aks-traffic:${account.role}`,
      role: account.role,
    };
  }
  if (!cluster.entra) {
    return undefined;
  }
  const verified = await authority.verify(token, {
    audience: AKS_SERVER_APPLICATION,
    now,
  });
  if (!verified.valid) {
    return undefined;
  }
  const identity = identities.find(
    ({ clientId }) => clientId === verified.clientId,
  );
  return {
    name: verified.objectId,
    ...(identity && { role: roleOf(identity, cluster.name) }),
  };
}

function roleOf(identity: Identity, clusterName: string): string | undefined {
  const roles = new Map(Object.entries(identity.kubernetesRoles));
  return roles.get(clusterName) ?? roles.get('*');
}
