import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';

/**
 * Reads what a kubeconfig holds as base64 data, or else in a file; data comes first, as for kubectl.
 *
 * @throws InputError that names `what`.
 */
export async function dataOrFile(options: {
  data: string | undefined;
  file: string | undefined;
  what: string;
}): Promise<string | undefined> {
  const { data, file, what } = options;
  if (data !== undefined) {
    const compact = data.replace(/\s+/g, '');
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) {
      throw new InputError(`The data for ${what} is not base64`);
    }
    return Buffer.from(compact, 'base64').toString('utf8');
  }
  if (file === undefined) {
    return undefined;
  }
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new InputError(
      `The file ${file} for ${what} cannot be read: ${
        (error as NodeJS.ErrnoException).code
      }`,
    );
  }
}
