import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';

/** Writes files below a folder, over those that are there, and gives back their paths. */
export async function writeFiles(options: {
  folder: string;
  files: readonly { path: string; content: string }[];
}): Promise<string[]> {
  const { folder, files } = options;
  for (const { path, content } of files) {
    const file = resolveSafeChildPath(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return files.map(({ path }) => path);
}
