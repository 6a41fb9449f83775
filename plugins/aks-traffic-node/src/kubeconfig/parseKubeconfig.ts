import { dirname, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { parseDocument } from 'yaml';
import {
  Kubeconfig,
  KubeconfigCluster,
  kubeconfigSchema,
  KubeconfigUser,
} from './Kubeconfig';

/**
 * Reads the text of one kubeconfig file.
 *
 * @param path - of the file; its own paths are relative to its folder.
 * @throws InputError that names the file and the field, and repeats nothing of the content: it may be a secret.
 */
export function parseKubeconfig(text: string, path: string): Kubeconfig {
  const parsed = kubeconfigSchema.safeParse(valueOf(text, path) ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `The kubeconfig ${path} is not in order at ${
        issue.path.join('.') || 'its top'
      }: ${issue.message}`,
    );
  }
  const { contexts, clusters, users } = parsed.data;
  const currentContext = parsed.data['current-context'] || undefined;
  const absolute = absoluteIn(dirname(path));
  return {
    ...(currentContext !== undefined && { currentContext }),
    contexts: named(path, 'context', contexts ?? [], entry => entry.context),
    clusters: named(path, 'cluster', clusters ?? [], ({ cluster }) =>
      clusterIn(cluster, absolute),
    ),
    users: named(path, 'user', users ?? [], ({ user }) =>
      userIn(user, absolute),
    ),
  };
}

function valueOf(text: string, path: string): unknown {
  try {
    const document = parseDocument(text.replace(/^\uFEFF/, ''), {
      prettyErrors: false,
      logLevel: 'silent',
    });
    const [error] = document.errors;
    if (error === undefined) {
      return document.toJS({ maxAliasCount: 100 });
    }
    throw new Error(error.code);
  } catch (error) {
    throw new InputError(
      `The kubeconfig ${path} is not valid YAML (${
        error instanceof Error ? error.message.slice(0, 80) : 'unreadable'
      })`,
    );
  }
}

function named<Entry extends { name: string }, Value>(
  path: string,
  kind: string,
  entries: readonly Entry[],
  valueIn: (entry: Entry) => Value,
): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const entry of entries) {
    if (found.has(entry.name)) {
      throw new InputError(
        `The kubeconfig ${path} has two ${kind}s named ${JSON.stringify(
          entry.name,
        )}; rename or remove one`,
      );
    }
    found.set(entry.name, valueIn(entry));
  }
  return found;
}

function absoluteIn(folder: string) {
  return (path: string | undefined) =>
    path === undefined ? undefined : resolve(folder, path);
}

type Absolute = ReturnType<typeof absoluteIn>;

function clusterIn(
  cluster: KubeconfigCluster,
  absolute: Absolute,
): KubeconfigCluster {
  return {
    ...cluster,
    'certificate-authority': absolute(cluster['certificate-authority']),
  };
}

function userIn(user: KubeconfigUser, absolute: Absolute): KubeconfigUser {
  return {
    ...user,
    tokenFile: absolute(user.tokenFile),
    'client-certificate': absolute(user['client-certificate']),
    'client-key': absolute(user['client-key']),
    ...(user.exec && {
      exec: {
        ...user.exec,
        // A bare name is looked for in PATH.
        command: /[/\\]/.test(user.exec.command)
          ? absolute(user.exec.command)!
          : user.exec.command,
      },
    }),
  };
}
