import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { reason } from './reason';

/** Something inside of a folder, by its path from there: a file, or what could not be looked at. */
export type FoundFile = { name: string; problem?: string };

/**
 * The files below a folder that end in one of the extensions, in a stable order. Links are followed; what was found
 * already is not found again, so a folder may contain itself. Hidden folders and `node_modules` are left out.
 */
export async function* listFiles(
  root: string,
  extensions: readonly string[],
): AsyncGenerator<FoundFile> {
  const seen = new Set<string>();
  yield* filesIn('');

  async function* filesIn(folder: string): AsyncGenerator<FoundFile> {
    let entries;
    try {
      if (await isKnown(folder)) {
        return;
      }
      entries = await readdir(join(root, folder), { withFileTypes: true });
    } catch (error) {
      yield { name: folder, problem: reason(error) };
      return;
    }
    for (const entry of entries.sort((left, right) =>
      left.name < right.name ? -1 : 1,
    )) {
      const name = join(folder, entry.name);
      const isWanted = extensions.some(extension =>
        entry.name.toLowerCase().endsWith(extension),
      );
      const isHidden =
        entry.name.startsWith('.') || entry.name === 'node_modules';
      try {
        const found = entry.isSymbolicLink()
          ? await stat(join(root, name))
          : entry;
        if (found.isDirectory()) {
          if (!isHidden) {
            yield* filesIn(name);
          }
        } else if (isWanted && found.isFile() && !(await isKnown(name))) {
          yield { name };
        }
      } catch (error) {
        if (isWanted) {
          yield { name, problem: reason(error) };
        }
      }
    }
  }

  async function isKnown(name: string): Promise<boolean> {
    const real = await realpath(join(root, name));
    const known = seen.has(real);
    seen.add(real);
    return known;
  }
}
