import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toError } from '@backstage/errors';
import {
  ClusterLocation,
  ClusterSource,
} from 'backstage-plugin-aks-traffic-node';
import { readTokenFile } from './staticClusterSource';

/** How the cluster is reached, or why it is not. */
type Way = Pick<ClusterLocation, 'server' | 'caData' | 'access'>;

/** Where Kubernetes puts what a pod needs to talk to its own API server. */
const defaultDirectory = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The cluster the backend runs in, read with the ServiceAccount of its pod. */
export function inClusterSource(options: {
  name: string;
  armId?: string;
  environment?: Record<string, string | undefined>;
  directory?: string;
}): ClusterSource {
  const { name, armId } = options;
  const environment = options.environment ?? process.env;
  const directory = options.directory ?? defaultDirectory;

  const locate = async (): Promise<Way> => {
    const host = environment.KUBERNETES_SERVICE_HOST;
    if (!host) {
      return none('The backend does not run in a Kubernetes pod.');
    }
    try {
      return {
        // Addresses of version 6 stand in brackets.
        server: `https://${host.includes(':') ? `[${host}]` : host}:${
          environment.KUBERNETES_SERVICE_PORT ?? '443'
        }`,
        caData: await readFile(join(directory, 'ca.crt'), 'utf8'),
        access: {
          kind: 'token',
          getToken: () => readTokenFile(join(directory, 'token')),
        },
      };
    } catch (error) {
      return none(
        `The pod has no ServiceAccount to read the cluster with: ${
          toError(error).message
        }`,
      );
    }
  };

  return {
    id: 'in-cluster',
    list: async () => ({
      clusters: [
        {
          name,
          armId,
          source: 'in-cluster',
          ...(await locate()),
        },
      ],
      gaps: [],
    }),
  };
}

function none(gap: string): Way {
  return { access: { kind: 'none', gap } };
}
