// Preloaded into child processes: when the launcher dies in a way it cannot handle (kill -9), its end of this
// process's standard input closes, and the child must not stay behind. Worker threads run preloads too, and theirs is
// an empty stream that ends at once.
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  const stop = () => {
    // The log has no reader any more: an error for each line of the farewell would be logged in turn, for ever.
    const exit = () => process.exit(1);
    process.stdout.on('error', exit);
    process.stderr.on('error', exit);
    setTimeout(exit, 5_000).unref();
    process.kill(process.pid, 'SIGTERM');
  };
  process.stdin.on('end', stop);
  process.stdin.on('error', stop);
  process.stdin.resume();
  process.stdin.unref?.();
}
