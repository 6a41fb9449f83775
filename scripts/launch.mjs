#!/usr/bin/env node
// The one entry point of the repository's commands. It runs on any Node from 18 up with no dependencies, because a
// fresh machine has neither the Node nor the Yarn that Backstage needs: it fetches both, pinned, and hands over.
import { fail, LaunchError } from './launch/log.mjs';

const commands = {
  start: 'Set up everything and run the demo portal with the simulator',
  test: 'Set up everything and run all checks and tests, the browser test included',
  dev: 'Run the simulator, the backend and a hot-reloading frontend for development',
  setup: 'Install the toolchain and the packages, and nothing else',
  simulator: 'Run the simulator alone; arguments are passed on',
  'aks-traffic': 'Run the command-line tool; arguments are passed on',
  fuzz: 'Run property tests with more inputs; arguments are passed on',
  screenshots: 'Take the screenshots in docs/images from the running demo',
  bench: 'Run a benchmark; arguments are passed on',
  'api-reports': 'Write the API reports that the checks compare with',
  exec: 'Run any command with the pinned Node and Yarn on the PATH',
  yarn: 'Run the pinned Yarn, without installing packages first',
};

function usage() {
  const rows = Object.entries(commands).map(
    ([name, text]) => `  ${name.padEnd(13)}${text}`,
  );
  return `Usage: node scripts/launch.mjs <command> [arguments]\n\n${rows.join(
    '\n',
  )}\n`;
}

if (Number(process.versions.node.split('.')[0]) < 18) {
  fail(
    `Node ${process.versions.node} is too old for the launcher; install Node 18 or later and run the command again`,
  );
  process.exit(1);
}

const [name, ...args] = process.argv.slice(2);
if (name === undefined || name === '--help' || name === '-h') {
  process.stdout.write(usage());
  process.exit(name === undefined ? 2 : 0);
}
if (!Object.hasOwn(commands, name)) {
  process.stderr.write(`Unknown command '${name}'.\n\n${usage()}`);
  process.exit(2);
}

try {
  const { run } = await import(`./launch/commands/${name}.mjs`);
  process.exitCode = (await run(args)) ?? 0;
} catch (error) {
  if (!(error instanceof LaunchError)) {
    throw error;
  }
  fail(error.message);
  process.exitCode = 1;
}
