import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  AksTrafficClient,
  EgressId,
  PatternList,
} from 'backstage-plugin-aks-traffic-common';

/** What a service asks of the cluster that it is to run in. */
export interface Asked {
  /** Revision of the mesh; absent where the pattern asks for none. */
  meshRevision?: string;
  egress: EgressId;
}

/** What the portal knows of a cluster, on behalf of the user; a text for why it says nothing. */
export async function readCluster(options: {
  cluster: string;
  credentials: BackstageCredentials;
  auth: AuthService;
  discovery: DiscoveryService;
  signal?: AbortSignal;
}): Promise<PatternList | string> {
  const { cluster, credentials, auth, discovery, signal } = options;
  const client = new AksTrafficClient({ discoveryApi: discovery });
  try {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'aks-traffic',
    });
    return await client.listPatterns({ cluster }, { token, signal });
  } catch (error) {
    signal?.throwIfAborted();
    return error instanceof Error ? error.message : String(error);
  }
}

/** What is asked and the cluster does not have, and what could not be compared, one sentence each. */
export function compareWithCluster(
  { meshRevision, egress }: Asked,
  { cluster, meshRevisions, egress: ways }: PatternList,
): { lacking: string[]; unknown: string[] } {
  const way = ways.find(({ id }) => id === egress);
  const isThere =
    meshRevision === undefined ||
    meshRevisions === undefined ||
    meshRevisions.includes(meshRevision);
  return {
    lacking: [
      ...(isThere
        ? []
        : [
            `The mesh of ${cluster} has the revision ${meshRevisions.join(
              ' and ',
            )}, not ${meshRevision}: no pod would get a sidecar.`,
          ]),
      ...(way?.whyNot ?? []),
    ],
    unknown: [
      ...(meshRevision !== undefined && meshRevisions === undefined
        ? [`Whether ${cluster} has the revision ${meshRevision} is not known.`]
        : []),
      ...(way?.eligible === 'unknown'
        ? [`Whether ${cluster} has this way out is not known: ${way.title}.`]
        : []),
    ],
  };
}
