import { z } from 'zod';
import { parseDocument } from 'yaml';

/** Where a cluster answers, as its user kubeconfig says; or why the kubeconfig is not used. */
export type KubeconfigResult =
  | { kind: 'entra'; server: string; caData?: string }
  /** Holds a client certificate, a password or a token of its own: an administrator's on clusters without Entra ID. */
  | { kind: 'other-credential' }
  | { kind: 'unusable'; why: string };

const maxBytes = 1024 * 1024;

const kubeconfigSchema = z.object({
  'current-context': z.string(),
  contexts: z.array(
    z.object({
      name: z.string(),
      context: z.object({ cluster: z.string(), user: z.string() }),
    }),
  ),
  clusters: z.array(
    z.object({
      name: z.string(),
      cluster: z.object({
        server: z.string(),
        'certificate-authority-data': z.string().optional(),
        'insecure-skip-tls-verify': z.boolean().optional(),
      }),
    }),
  ),
  users: z.array(
    z.object({ name: z.string(), user: z.record(z.string(), z.unknown()) }),
  ),
});

/** Ways to sign in that keep no secret in the file: a plugin that fetches an Entra token. */
const entraKeys = new Set(['exec', 'auth-provider']);

/**
 * Reads the server and its authority from a kubeconfig that Azure made. Nothing that the kubeconfig names is run, and
 * no credential in it is used.
 */
export function parseUserKubeconfig(text: string): KubeconfigResult {
  if (text.length > maxBytes) {
    return unusable('it is larger than any kubeconfig');
  }
  const parsed = kubeconfigSchema.safeParse(parseYaml(text));
  if (!parsed.success) {
    return unusable('it does not have the shape of a kubeconfig');
  }
  const config = parsed.data;
  const context = find(config.contexts, config['current-context'])?.context;
  const cluster = find(config.clusters, context?.cluster)?.cluster;
  const user = find(config.users, context?.user)?.user;
  if (!cluster || !user) {
    return unusable('its current context leads nowhere');
  }
  const keys = Object.keys(user);
  if (keys.length === 0 || keys.some(key => !entraKeys.has(key))) {
    return { kind: 'other-credential' };
  }
  if (cluster['insecure-skip-tls-verify']) {
    return unusable("it asks to skip the check of the server's certificate");
  }
  if (!URL.canParse(cluster.server) || !cluster.server.startsWith('https:')) {
    return unusable('its server is not an https address');
  }
  const encoded = cluster['certificate-authority-data'];
  const caData = encoded && Buffer.from(encoded, 'base64').toString('utf8');
  if (caData !== undefined && !caData.includes('-----BEGIN CERTIFICATE-----')) {
    return unusable('its certificate authority is not a certificate');
  }
  return {
    kind: 'entra',
    server: cluster.server,
    ...(caData && { caData }),
  };
}

function parseYaml(text: string): unknown {
  // A kubeconfig has no aliases; refusing them bounds what a small text can grow into.
  const document = parseDocument(text, { logLevel: 'silent' });
  try {
    return document.errors.length === 0
      ? document.toJS({ maxAliasCount: 0 })
      : undefined;
  } catch {
    return undefined;
  }
}

function find<Entry extends { name: string }>(
  entries: readonly Entry[],
  name: string | undefined,
): Entry | undefined {
  return entries.find(entry => entry.name === name);
}

function unusable(why: string): KubeconfigResult {
  return { kind: 'unusable', why };
}
