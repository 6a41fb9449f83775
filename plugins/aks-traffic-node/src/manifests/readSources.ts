import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { decodeText } from './decodeText';
import { listFiles } from './listFiles';
import { readBytes } from './readBytes';
import { reason } from './reason';

/**
 * Where files are looked for.
 *
 * @public
 */
export interface SourceFolder {
  /** Folder that relative paths are resolved against. */
  cwd: string;
  /** What the path `-` stands for; read only when asked for. Without it there is no standard input. */
  standardInput?: () => AsyncIterable<Uint8Array>;
}

/**
 * A text and what it is called in messages.
 *
 * @public
 */
export interface Source {
  name: string;
  text: string;
  /** Absolute path; absent for standard input. */
  file?: string;
}

/**
 * A source, or one sentence on what could not be read.
 *
 * @public
 */
export type Reading = { source: Source } | { gap: string };

/** Name under which standard input is asked for. */
const standardInput = '-';

/**
 * Reads a file, all files of a folder with one of the extensions, or standard input; one after the other, so that a
 * folder need not fit into memory.
 *
 * What was named and cannot be read is an error: a check that silently looks at less than it was told to is worse
 * than none. A file inside of a folder is a gap.
 *
 * @throws InputError when what was named cannot be read.
 *
 * @public
 */
export async function* readSources(options: {
  path: string;
  extensions: readonly string[];
  from: SourceFolder;
}): AsyncGenerator<Reading> {
  const { path, extensions, from } = options;
  if (path === standardInput && from.standardInput) {
    const open = from.standardInput;
    const bytes = await orInputError('standard input', () => readBytes(open()));
    yield* textIn(bytes, { name: 'standard input' });
    return;
  }
  const file = resolve(from.cwd, path);
  if ((await orInputError(path, () => stat(file))).isDirectory()) {
    yield* readFolder(file, path, extensions);
    return;
  }
  const bytes = await orInputError(path, () => readFileBytes(file));
  yield* textIn(bytes, { name: path, file });
}

async function orInputError<Value>(
  name: string,
  read: () => Promise<Value>,
): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw new InputError(`cannot read ${name}: ${reason(error)}`);
  }
}

async function* readFolder(
  folder: string,
  path: string,
  extensions: readonly string[],
): AsyncGenerator<Reading> {
  let isEmpty = true;
  for await (const found of listFiles(folder, extensions)) {
    isEmpty = false;
    const name = join(path, found.name);
    const file = join(folder, found.name);
    try {
      if (found.problem === undefined) {
        yield* textIn(await readFileBytes(file), { name, file });
      } else {
        yield { gap: `${name} was not read: ${found.problem}` };
      }
    } catch (error) {
      yield { gap: `${name} was not read: ${reason(error)}` };
    }
  }
  if (isEmpty) {
    throw new InputError(
      `nothing to read in ${path}: no files end in ${extensions.join(
        ', ',
      )}; name a file or another folder`,
    );
  }
}

function readFileBytes(file: string): Promise<Uint8Array> {
  return readBytes(createReadStream(file, { highWaterMark: 1024 * 1024 }));
}

function* textIn(
  bytes: Uint8Array,
  source: Omit<Source, 'text'>,
): Generator<Reading> {
  const decoded = decodeText(bytes);
  if (decoded === undefined) {
    yield {
      gap: `${source.name} was not read: it is no text, but binary data; give YAML or JSON as UTF-8`,
    };
    return;
  }
  if (decoded.isDamaged) {
    yield {
      gap: `${source.name} is not UTF-8 throughout: what stands in another encoding was read as \uFFFD; save it as UTF-8`,
    };
  }
  yield { source: { ...source, text: decoded.text } };
}
