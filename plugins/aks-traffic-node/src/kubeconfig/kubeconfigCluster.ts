import { InputError, NotFoundError } from '@backstage/errors';
import { ClusterLocation } from '../extensions';
import { dataOrFile } from './dataOrFile';
import { execInfo, isInteractive, parseExecCredential } from './execCredential';
import { Kubeconfig, KubeconfigCluster } from './Kubeconfig';
import { loadKubeconfig } from './loadKubeconfig';
import { readUser } from './readUser';
import { runExecPlugin } from './runExecPlugin';

/**
 * Which cluster of which kubeconfig is meant, and what it may use.
 *
 * @public
 */
export interface KubeconfigClusterOptions {
  /** Path of a kubeconfig; else the files that `KUBECONFIG` lists, else the one in the home directory. */
  file?: string;
  /** Name of a context; else the current one. */
  context?: string;
  /**
   * Obeys a kubeconfig that wants the API server's certificate not to be checked (`insecure-skip-tls-verify`). Whoever
   * is on the way to it can then read the token and answer in its place.
   */
  dangerouslyAllowInsecureTls?: boolean;
  /** Variables that decide which files are read, and that a credential plugin gets. */
  environment: NodeJS.ProcessEnv;
  homeDirectory: string;
  /** Whether standard input is a terminal that a credential plugin may ask at. */
  hasTerminal: boolean;
  /** Takes what a credential plugin says to people, such as where to sign in. */
  writeError: (text: string) => void;
}

/**
 * The cluster of a kubeconfig's context, with what kubectl would sign in with: a token, a client certificate, or what
 * a credential plugin answers, which is run by this.
 *
 * @returns a location named as the cluster of the context is.
 * @throws InputError or NotFoundError with one sentence for people, when the kubeconfig cannot be used. Proxies,
 * passwords and acting as somebody else are refused and not ignored.
 *
 * @public
 */
export async function kubeconfigCluster(
  options: KubeconfigClusterOptions,
): Promise<ClusterLocation> {
  const config = await loadKubeconfig(options);
  const { name, cluster, userName, user } = select(config, options.context);
  const { server } = cluster;
  if (!server) {
    throw new InputError(`The cluster ${name} of the kubeconfig has no server`);
  }
  const dangerouslySkipTlsVerification = skipsVerification({
    name,
    cluster,
    isAllowed: options.dangerouslyAllowInsecureTls,
  });
  if (cluster['proxy-url'] !== undefined) {
    throw new InputError(
      `The cluster ${name} of the kubeconfig is behind a proxy (proxy-url), which is not supported; use a context without it`,
    );
  }
  const caData = await certificateAuthority(cluster, name);
  return {
    name,
    source: 'kubeconfig',
    server,
    ...(caData !== undefined && { caData }),
    ...(cluster['tls-server-name'] !== undefined && {
      tlsServerName: cluster['tls-server-name'],
    }),
    ...(dangerouslySkipTlsVerification && { dangerouslySkipTlsVerification }),
    access: await readUser({
      user,
      name: userName,
      runExec: async () => {
        const exec = user.exec!;
        const interactive = isInteractive(exec, options.hasTerminal);
        const info = execInfo({ exec, cluster, caData, interactive });
        const output = await runExecPlugin({
          ...options,
          exec,
          info,
          interactive,
        });
        return parseExecCredential(output, exec);
      },
    }),
  };
}

function select(config: Kubeconfig, wanted: string | undefined) {
  const contextName = wanted ?? config.currentContext;
  const known = [...config.contexts.keys()].sort().join(', ') || 'none';
  if (contextName === undefined) {
    throw new InputError(
      `The kubeconfig has no current context; say which is meant: ${known}`,
    );
  }
  const context = config.contexts.get(contextName);
  if (context === undefined) {
    throw new NotFoundError(
      `The kubeconfig has no context ${JSON.stringify(
        contextName,
      )}; there are: ${known}`,
    );
  }
  const cluster = config.clusters.get(context.cluster);
  const user = config.users.get(context.user);
  if (cluster === undefined || user === undefined) {
    const missing =
      cluster === undefined
        ? `cluster ${JSON.stringify(context.cluster)}`
        : `user ${JSON.stringify(context.user)}`;
    throw new NotFoundError(
      `The context ${JSON.stringify(
        contextName,
      )} of the kubeconfig names the ${missing}, which is not there`,
    );
  }
  return { name: context.cluster, cluster, userName: context.user, user };
}

function skipsVerification(options: {
  name: string;
  cluster: KubeconfigCluster;
  isAllowed: boolean | undefined;
}): boolean {
  const { name, cluster, isAllowed } = options;
  if (!cluster['insecure-skip-tls-verify']) {
    return false;
  }
  if (!isAllowed) {
    throw new InputError(
      `The cluster ${name} of the kubeconfig wants the API server's certificate not to be checked (insecure-skip-tls-verify), so that anybody on the way could read the token; give certificate-authority instead, or allow it (dangerously-allow-insecure-tls)`,
    );
  }
  return true;
}

async function certificateAuthority(
  cluster: KubeconfigCluster,
  name: string,
): Promise<string | undefined> {
  const what = `certificate-authority of cluster ${name} of the kubeconfig`;
  const pem = await dataOrFile({
    data: cluster['certificate-authority-data'],
    file: cluster['certificate-authority'],
    what,
  });
  if (pem !== undefined && !pem.includes('-----BEGIN CERTIFICATE-----')) {
    throw new InputError(`The ${what} is no PEM certificate`);
  }
  return pem;
}
