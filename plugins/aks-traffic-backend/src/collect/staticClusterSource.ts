import { readFile } from 'node:fs/promises';
import { toError } from '@backstage/errors';
import { ClusterSource, ClusterToken } from 'backstage-plugin-aks-traffic-node';
import { StaticClusterConfig } from '../config/AksTrafficConfig';

/** The clusters listed in app-config. */
export function staticClusterSource(
  clusters: readonly StaticClusterConfig[],
): ClusterSource {
  return {
    id: 'config',
    list: async () => ({
      clusters: clusters.map(({ name, url, caData, armId, token }) => ({
        name,
        source: 'config',
        server: url,
        caData,
        armId,
        access: {
          kind: 'token',
          getToken: async () =>
            token.kind === 'value'
              ? { token: token.value }
              : readTokenFile(token.path),
        },
      })),
      gaps: [],
    }),
  };
}

/** Reads a token from a file that is replaced while it is in use. */
export async function readTokenFile(path: string): Promise<ClusterToken> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(`the token file cannot be read: ${toError(error).message}`);
  }
  const token = content.trim();
  // A line break inside would end the header that the token is sent in.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Error(`the token file ${path} does not hold a token`);
  }
  return { token };
}
