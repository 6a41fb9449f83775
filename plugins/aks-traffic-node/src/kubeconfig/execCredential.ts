import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { ClientCertificate } from '../extensions';
import { KubeconfigCluster, KubeconfigExec } from './Kubeconfig';

/** What a credential plugin answered. */
export interface ExecCredential {
  token?: string;
  certificate?: ClientCertificate;
  expiresAt?: Date;
}

const versions = [
  'client.authentication.k8s.io/v1',
  'client.authentication.k8s.io/v1beta1',
];

/** Where the credential plugin may find more about the cluster. */
const clusterExtension = 'client.authentication.k8s.io/exec';

const answerSchema = z.object({
  apiVersion: z.string(),
  kind: z.literal('ExecCredential'),
  status: z.object({
    token: z.string().optional(),
    clientCertificateData: z.string().optional(),
    clientKeyData: z.string().optional(),
    expirationTimestamp: z.string().nullish(),
  }),
});

/** Whether the plugin is given the terminal, after the kubeconfig's wish and whether there is one. */
export function isInteractive(
  exec: KubeconfigExec,
  hasTerminal: boolean,
): boolean {
  if (exec.interactiveMode === 'Always' && !hasTerminal) {
    throw new InputError(
      `The command ${exec.command} of the kubeconfig wants to ask for something, and standard input is no terminal`,
    );
  }
  return exec.interactiveMode !== 'Never' && hasTerminal;
}

/**
 * What is handed to a credential plugin in `KUBERNETES_EXEC_INFO`.
 *
 * @throws InputError when the kubeconfig asks for a version of the protocol that is not known.
 */
export function execInfo(options: {
  exec: KubeconfigExec;
  cluster: KubeconfigCluster;
  /** The certificate authority as PEM, from wherever it comes. */
  caData: string | undefined;
  interactive: boolean;
}): string {
  const { exec, cluster, caData, interactive } = options;
  const { apiVersion } = exec;
  if (apiVersion === undefined || !versions.includes(apiVersion)) {
    throw new InputError(
      `The kubeconfig runs ${exec.command} by ${
        apiVersion ?? 'no version'
      } of the credential protocol; known are ${versions.join(' and ')}`,
    );
  }
  return JSON.stringify({
    apiVersion,
    kind: 'ExecCredential',
    spec: {
      interactive,
      ...(exec.provideClusterInfo && {
        cluster: {
          server: cluster.server,
          ...(cluster['tls-server-name'] !== undefined && {
            'tls-server-name': cluster['tls-server-name'],
          }),
          ...(cluster['insecure-skip-tls-verify'] && {
            'insecure-skip-tls-verify': true,
          }),
          ...(caData !== undefined && {
            'certificate-authority-data':
              Buffer.from(caData).toString('base64'),
          }),
          config:
            cluster.extensions?.find(({ name }) => name === clusterExtension)
              ?.extension ?? null,
        },
      }),
    },
  });
}

/**
 * Reads what a credential plugin printed.
 *
 * @throws InputError that repeats nothing of it: it may be a secret.
 */
export function parseExecCredential(
  output: string,
  exec: KubeconfigExec,
): ExecCredential {
  const { command, apiVersion } = exec;
  const parsed = answerSchema.safeParse(jsonIn(output));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `The command ${command} of the kubeconfig did not print an ExecCredential${
        issue.path.length > 0 ? ` (${issue.path.join('.')})` : ''
      }`,
    );
  }
  if (parsed.data.apiVersion !== apiVersion) {
    throw new InputError(
      `The command ${command} of the kubeconfig answered with another version than ${apiVersion}`,
    );
  }
  const { token, clientCertificateData, clientKeyData, expirationTimestamp } =
    parsed.data.status;
  if (!clientCertificateData !== !clientKeyData) {
    throw new InputError(
      `The command ${command} of the kubeconfig printed one of client certificate and key without the other`,
    );
  }
  if (!token && !clientCertificateData) {
    throw new InputError(
      `The command ${command} of the kubeconfig printed neither a token nor a client certificate`,
    );
  }
  const expiresAt = new Date(expirationTimestamp ?? NaN);
  return {
    ...(token && { token }),
    ...(clientCertificateData && {
      certificate: { certificate: clientCertificateData, key: clientKeyData! },
    }),
    ...(!Number.isNaN(expiresAt.getTime()) && { expiresAt }),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
