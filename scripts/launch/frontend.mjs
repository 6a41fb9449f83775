import { existsSync } from 'node:fs';
import { step } from './log.mjs';
import { inRoot } from './paths.mjs';
import { runQuietly } from './processes.mjs';
import { hashOf, unlessUnchanged } from './stamp.mjs';

/** Builds the portal's frontend, unless its sources are unchanged. */
export async function ensureFrontend({ env }) {
  await unlessUnchanged({
    name: 'frontend',
    hash: hashOf([
      inRoot('yarn.lock'),
      inRoot('app-config.yaml'),
      inRoot('packages', 'app'),
      inRoot('plugins', 'aks-traffic'),
      inRoot('plugins', 'aks-traffic-common'),
    ]),
    isPresent: () =>
      existsSync(inRoot('packages', 'app', 'dist', 'index.html')),
    action: () =>
      step('Building the frontend', () =>
        runQuietly('backstage-cli', ['package', 'build'], {
          cwd: inRoot('packages', 'app'),
          env,
        }),
      ),
  });
}
