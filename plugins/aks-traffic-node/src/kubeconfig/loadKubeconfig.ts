import { readFile, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import { Kubeconfig } from './Kubeconfig';
import { mergeKubeconfigs } from './mergeKubeconfigs';
import { parseKubeconfig } from './parseKubeconfig';

const maxBytes = 16 * 1024 * 1024;

/**
 * Reads the kubeconfig that kubectl would read.
 *
 * @param options.file - read instead of the files that `KUBECONFIG` lists, and of the one in the home directory.
 * @throws InputError or NotFoundError when there is none or it cannot be read.
 */
export async function loadKubeconfig(options: {
  file?: string;
  environment: NodeJS.ProcessEnv;
  homeDirectory: string;
}): Promise<Kubeconfig> {
  const { file, environment, homeDirectory } = options;
  if (file !== undefined) {
    const text = await readIfThere(file);
    if (text === undefined) {
      throw new NotFoundError(`There is no kubeconfig ${file}`);
    }
    return parseKubeconfig(text, file);
  }
  const listed = (environment.KUBECONFIG ?? '')
    .split(delimiter)
    .filter(Boolean);
  const paths =
    listed.length > 0
      ? [...new Set(listed)]
      : [join(homeDirectory, '.kube', 'config')];
  const configs: Kubeconfig[] = [];
  for (const path of paths) {
    const text = await readIfThere(path);
    // kubectl passes over files that are not there yet: it is where it writes new entries to.
    if (text !== undefined) {
      configs.push(parseKubeconfig(text, path));
    }
  }
  if (configs.length === 0) {
    throw new NotFoundError(
      `There is no kubeconfig: ${paths.join(
        ', ',
      )} not found; name a file, or get one with: az aks get-credentials`,
    );
  }
  return mergeKubeconfigs(configs);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > maxBytes) {
      throw new InputError(`The kubeconfig ${path} is larger than 16 MB`);
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      return undefined;
    }
    throw error instanceof InputError
      ? error
      : new InputError(`The kubeconfig ${path} cannot be read: ${message}`);
  }
}
