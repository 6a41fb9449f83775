import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { ApiClientOptions } from './ApiClient';

/** Server and credentials of the current context; only tokens and client certificates are understood. */
export async function readKubeconfig(path: string): Promise<ApiClientOptions> {
  const config = parse(await readFile(path, 'utf8'));
  const { context } = find(config.contexts, config['current-context']);
  const { cluster } = find(config.clusters, context.cluster);
  const { user } = find(config.users, context.user);
  const read = async (holder: any, field: string) => {
    if (holder[`${field}-data`] !== undefined) {
      return Buffer.from(holder[`${field}-data`], 'base64').toString();
    }
    return holder[field] === undefined
      ? undefined
      : await readFile(resolve(dirname(path), holder[field]), 'utf8');
  };
  const ca = await read(cluster, 'certificate-authority');
  const cert = await read(user, 'client-certificate');
  const key = await read(user, 'client-key');
  return {
    url: String(cluster.server).replace(/\/$/, ''),
    ...(ca !== undefined && { ca }),
    ...(user.token !== undefined && { token: user.token }),
    ...(cert !== undefined &&
      key !== undefined && { clientCertificate: { cert, key } }),
  };
}

function find(entries: any[], name: string): any {
  const entry = entries.find(candidate => candidate.name === name);
  if (!entry) {
    throw new Error(`The kubeconfig has no entry named '${name}'`);
  }
  return entry;
}
