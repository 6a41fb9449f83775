import { existsSync, readdirSync } from 'node:fs';
import { step } from './log.mjs';
import { inRoot } from './paths.mjs';
import { runQuietly } from './processes.mjs';
import { hashOf, unlessUnchanged } from './stamp.mjs';
import { ensureTools } from './tools.mjs';

function manifests() {
  const workspaces = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(inRoot(folder)).map(name =>
      inRoot(folder, name, 'package.json'),
    ),
  );
  return [inRoot('package.json'), ...workspaces.filter(existsSync)];
}

/** Installs what yarn.lock pins, unless nothing changed since the last time. */
export async function ensureDependencies() {
  const toolchain = await ensureTools();
  await unlessUnchanged({
    name: 'dependencies',
    hash: hashOf([inRoot('yarn.lock'), inRoot('.yarnrc.yml'), ...manifests()]),
    isPresent: () => existsSync(inRoot('node_modules', '.yarn-state.yml')),
    action: () =>
      step(
        'Installing packages (about 1 GB, about 90 s when nothing is cached)',
        () =>
          runQuietly('yarn', ['install', '--immutable'], {
            env: toolchain.env,
          }),
      ),
  });
  return toolchain;
}
