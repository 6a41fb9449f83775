import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import { ClientCertificate, ClusterAccess } from '../extensions';
import { checkClientCertificate } from './clientCertificate';
import { dataOrFile } from './dataOrFile';
import { ExecCredential } from './execCredential';
import { KubeconfigUser } from './Kubeconfig';

/**
 * How a user of a kubeconfig signs in.
 *
 * @param options.runExec - runs the user's credential plugin, anew each time.
 * @throws InputError that names what is not supported, or what cannot be read.
 */
export async function readUser(options: {
  user: KubeconfigUser;
  name: string;
  runExec: () => Promise<ExecCredential>;
}): Promise<ClusterAccess> {
  const { user, name, runExec } = options;
  const owner = `user ${JSON.stringify(name)} of the kubeconfig`;
  refuseUnsupported(user, owner);
  if (user.exec) {
    return execAccess(await runExec(), owner, runExec);
  }
  const certificate = await certificateOf(user, owner);
  if (user.token !== undefined || user.tokenFile !== undefined) {
    return {
      kind: 'token',
      getToken: async () => ({ token: await tokenOf(user, owner) }),
      ...(certificate && { certificate }),
    };
  }
  if (certificate === undefined) {
    throw new InputError(
      `The ${owner} has no way to sign in: token, tokenFile, client-certificate or exec`,
    );
  }
  return { kind: 'certificate', certificate };
}

function refuseUnsupported(user: KubeconfigUser, owner: string): void {
  if (user.username !== undefined || user.password !== undefined) {
    throw new InputError(
      `The ${owner} signs in with a password, which API servers no longer accept; use a token, a client certificate or exec`,
    );
  }
  if (user['auth-provider']) {
    throw new InputError(
      `The ${owner} uses auth-provider, which Kubernetes removed in 1.26; convert it with: kubelogin convert-kubeconfig`,
    );
  }
  if (
    user.as !== undefined ||
    user['as-uid'] !== undefined ||
    user['as-groups']?.length ||
    user['as-user-extra']
  ) {
    throw new InputError(
      `The ${owner} acts as somebody else (as), which is not supported; use a context without it`,
    );
  }
  if (
    user.exec &&
    (user.token ?? user.tokenFile ?? user['client-certificate-data'])
  ) {
    throw new InputError(
      `The ${owner} has exec and another way to sign in; keep one`,
    );
  }
}

function execAccess(
  first: ExecCredential,
  owner: string,
  runExec: () => Promise<ExecCredential>,
): ClusterAccess {
  const { certificate } = first;
  if (certificate) {
    checkClientCertificate(certificate, owner);
  }
  if (first.token === undefined) {
    return { kind: 'certificate', certificate: certificate! };
  }
  let unused: ExecCredential | undefined = first;
  return {
    kind: 'token',
    getToken: async ({ renew }) => {
      const { token, expiresAt } =
        (renew ? undefined : unused) ?? (await runExec());
      unused = undefined;
      if (token === undefined) {
        throw new InputError(`The command of the ${owner} gave no token`);
      }
      return { token, ...(expiresAt && { expiresAt }) };
    },
    ...(certificate && { certificate }),
  };
}

/** The file comes first, because whoever renews the token does it there. */
async function tokenOf(user: KubeconfigUser, owner: string): Promise<string> {
  const { token, tokenFile } = user;
  if (tokenFile !== undefined) {
    try {
      const content = (await readFile(tokenFile, 'utf8')).trim();
      if (content !== '') {
        return content;
      }
    } catch (error) {
      if (token === undefined) {
        throw new InputError(
          `The token file ${tokenFile} of the ${owner} cannot be read: ${
            (error as NodeJS.ErrnoException).code
          }`,
        );
      }
    }
  }
  if (token === undefined) {
    throw new InputError(
      `The token file ${tokenFile} of the ${owner} is empty`,
    );
  }
  return token;
}

async function certificateOf(
  user: KubeconfigUser,
  owner: string,
): Promise<ClientCertificate | undefined> {
  const certificate = await dataOrFile({
    data: user['client-certificate-data'],
    file: user['client-certificate'],
    what: `client-certificate of the ${owner}`,
  });
  const key = await dataOrFile({
    data: user['client-key-data'],
    file: user['client-key'],
    what: `client-key of the ${owner}`,
  });
  if (certificate === undefined && key === undefined) {
    return undefined;
  }
  if (certificate === undefined || key === undefined) {
    throw new InputError(
      `The ${owner} has one of client-certificate and client-key without the other`,
    );
  }
  const pair = { certificate, key };
  checkClientCertificate(pair, owner);
  return pair;
}
