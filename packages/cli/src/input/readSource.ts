import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';
import { decodeText } from './decodeText';

/** A text and what it is called in messages. */
export interface Source {
  name: string;
  text: string;
}

/** What was read, and one sentence for each file of a folder that could not be. */
export interface Sources {
  sources: Source[];
  gaps: string[];
}

/** Name under which standard input is asked for. */
export const standardInput = '-';

const maximumBytes = 200 * 1024 * 1024;

/**
 * Reads a file, all files of a folder with one of the extensions, or standard input.
 *
 * What was named and cannot be read is an error: a check that silently looks at less than it was told to is worse
 * than none. A file inside of a folder is a gap.
 */
export async function readSource(options: {
  path: string;
  extensions: readonly string[];
  terminal: Terminal;
}): Promise<Sources> {
  const { path, extensions, terminal } = options;
  if (path === standardInput) {
    const text = decodeText(await terminal.readStandardInput());
    return { sources: [{ name: 'standard input', text }], gaps: [] };
  }
  const absolute = resolve(terminal.cwd, path);
  let isDirectory: boolean;
  try {
    isDirectory = (await stat(absolute)).isDirectory();
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${reason(error)}`);
  }
  if (!isDirectory) {
    try {
      return { sources: [await readText(absolute, path)], gaps: [] };
    } catch (error) {
      throw new UsageError(`cannot read ${path}: ${reason(error)}`);
    }
  }
  return readFolder(absolute, path, extensions);
}

async function readFolder(
  absolute: string,
  path: string,
  extensions: readonly string[],
): Promise<Sources> {
  const names = await listFiles(absolute, '', extensions);
  if (names.length === 0) {
    throw new UsageError(
      `nothing to read in ${path}: no files end in ${extensions.join(
        ', ',
      )}; name a file or another folder`,
    );
  }
  const sources: Source[] = [];
  const gaps: string[] = [];
  for (const name of names) {
    const shown = join(path, name);
    try {
      sources.push(await readText(join(absolute, name), shown));
    } catch (error) {
      gaps.push(`${shown} was not read: ${reason(error)}`);
    }
  }
  return { sources, gaps };
}

/** Links are not followed, so a folder cannot contain itself. */
async function listFiles(
  root: string,
  folder: string,
  extensions: readonly string[],
): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.sort((left, right) =>
    left.name < right.name ? -1 : 1,
  )) {
    const name = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') {
        files.push(...(await listFiles(root, name, extensions)));
      }
    } else if (
      entry.isFile() &&
      extensions.some(extension => entry.name.toLowerCase().endsWith(extension))
    ) {
      files.push(name);
    }
  }
  return files;
}

async function readText(absolute: string, name: string): Promise<Source> {
  const { size } = await stat(absolute);
  if (size > maximumBytes) {
    throw new Error('it is larger than 200 MB; split it');
  }
  return { name, text: decodeText(await readFile(absolute)) };
}

const reasons = new Map([
  ['ENOENT', 'there is no such file or folder; check the path'],
  ['EACCES', 'permission denied; check who may read it'],
  ['EPERM', 'permission denied; check who may read it'],
]);

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return reasons.get(code ?? '') ?? message ?? String(error);
}
