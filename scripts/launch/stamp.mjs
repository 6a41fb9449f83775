import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { cache, root } from './paths.mjs';

const ignored = new Set(['node_modules', 'dist', 'dist-types']);

function* filesBelow(path) {
  if (!existsSync(path)) {
    return;
  }
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!ignored.has(name)) {
      yield* filesBelow(join(path, name));
    }
  }
}

/** A hash over names and contents of the files below the paths, and over any extra strings. */
export function hashOf(paths, extra = []) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(path)) {
      hash.update(relative(root, file)).update('\0');
      hash.update(readFileSync(file)).update('\0');
    }
  }
  for (const text of extra) {
    hash.update(text).update('\0');
  }
  return hash.digest('hex');
}

/** Runs `action` unless the step's stamp already holds this hash; a failed run leaves no stamp. */
export async function unlessUnchanged({ name, hash, isPresent, action }) {
  const stamp = join(cache, 'stamps', name);
  if (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hash &&
    isPresent()
  ) {
    return;
  }
  rmSync(stamp, { force: true });
  await action();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
