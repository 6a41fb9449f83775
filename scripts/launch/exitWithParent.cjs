// Preloaded into child processes: when the launcher dies in a way it cannot handle (kill -9), its end of this
// process's standard input closes, and the child must not stay behind.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
process.stdin.unref?.();
