/** A failure that is explained to the reader in one line, with the way out. */
export class LaunchError extends Error {}

const quiet = process.env.AKS_TRAFFIC_QUIET === '1';

/** Progress goes to standard error so that a command's own output stays clean. */
export function say(message) {
  if (!quiet) {
    process.stderr.write(`${message}\n`);
  }
}

export function fail(message) {
  process.stderr.write(`error: ${message}\n`);
}

/** Runs a long step and says when it begins, that it is still going, and how long it took. */
export async function step(title, action) {
  const begin = Date.now();
  const seconds = () => `${Math.round((Date.now() - begin) / 1000)} s`;
  say(`• ${title} …`);
  const heartbeat = setInterval(
    () => say(`  … ${title}: ${seconds()} so far`),
    20_000,
  );
  heartbeat.unref();
  try {
    const result = await action();
    say(`  done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
