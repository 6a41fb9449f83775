import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { LaunchError, step } from './log.mjs';
import { cache, inRoot, root, tools } from './paths.mjs';
import { runQuietly } from './processes.mjs';
import { hashOf, unlessUnchanged } from './stamp.mjs';

/** Backstage 1.55 and the Azure SDKs need one of these; Node 20 crashes in better-sqlite3. */
const supportedMajors = [22, 24];

function pinnedNode() {
  return join(
    tools,
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    'node',
  );
}

function npmSetting(key) {
  try {
    const value = execFileSync('npm', ['config', 'get', key], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return ['', 'null', 'undefined'].includes(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** A `yarn` on the PATH, because the Backstage CLI calls it by name. */
function writeYarnCommand(node) {
  const bin = join(cache, 'bin');
  mkdirSync(bin, { recursive: true });
  const yarn = join(bin, 'yarn');
  const script = join(
    tools,
    'node_modules',
    '@yarnpkg',
    'cli-dist',
    'bin',
    'yarn.js',
  );
  writeFileSync(yarn, `#!/bin/sh\nexec "${node}" "${script}" "$@"\n`);
  chmodSync(yarn, 0o755);
  return bin;
}

/**
 * Makes sure the pinned Node and Yarn are there.
 *
 * @returns the path of Node and the environment in which every other command runs
 */
export async function ensureTools() {
  const ownMajor = Number(process.versions.node.split('.')[0]);
  const useOwn = supportedMajors.includes(ownMajor);
  await unlessUnchanged({
    name: 'tools',
    hash: hashOf(
      [join(tools, 'package.json'), join(tools, 'package-lock.json')],
      [process.platform, process.arch],
    ),
    isPresent: () =>
      existsSync(join(tools, 'node_modules', '@yarnpkg', 'cli-dist')) &&
      (useOwn || existsSync(pinnedNode())),
    action: () =>
      step('Installing Node 24 and Yarn 4 from the npm registry', () =>
        runQuietly(
          'npm',
          ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
          { cwd: tools },
        ),
      ),
  });
  const node = useOwn ? process.execPath : pinnedNode();
  if (!existsSync(node)) {
    throw new LaunchError(
      `Node ${process.versions.node} cannot run Backstage 1.55, and no Node 24 is published on npm for ` +
        `${process.platform}-${process.arch}; install Node 22 or 24 and run the command again`,
    );
  }

  const bin = writeYarnCommand(node);
  const env = {
    ...process.env,
    PATH: [
      bin,
      dirname(node),
      inRoot('node_modules', '.bin'),
      process.env.PATH,
    ].join(delimiter),
    YARN_IGNORE_PATH: '1',
    YARN_ENABLE_TELEMETRY: '0',
  };
  // npm's own settings decide where packages come from, so that both clients use the one registry that is set up.
  const registry = npmSetting('registry');
  const certificates = npmSetting('cafile');
  if (registry && !env.YARN_NPM_REGISTRY_SERVER) {
    env.YARN_NPM_REGISTRY_SERVER = registry.replace(/\/$/, '');
  }
  if (certificates && !env.YARN_HTTPS_CA_FILE_PATH) {
    env.YARN_HTTPS_CA_FILE_PATH = certificates;
  }
  // The headers npm was configured with belong to another Node version.
  delete env.npm_config_nodedir;
  return { node, env };
}
