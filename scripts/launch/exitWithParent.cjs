// Preloaded into child processes: when the launcher dies in a way it cannot handle (kill -9), its end of this
// process's standard input closes, and the child must not stay behind. Worker threads run preloads too, and theirs is
// an empty stream that ends at once.
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  const stop = () => process.kill(process.pid, 'SIGTERM');
  process.stdin.on('end', stop);
  process.stdin.on('error', stop);
  process.stdin.resume();
  process.stdin.unref?.();
}
