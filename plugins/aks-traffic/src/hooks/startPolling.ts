/**
 * Reads now and then again an interval after each reading ended, while the page can be seen. A page that comes
 * back into view reads at once when its turn has passed meanwhile.
 *
 * @returns A function that ends it and aborts a reading under way.
 */
export function startPolling(options: {
  read: (signal: AbortSignal) => Promise<void>;
  intervalMs: number;
}): () => void {
  const { read, intervalMs } = options;
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let dueAt = Date.now();

  async function readNow() {
    reading = true;
    await read(abort.signal);
    reading = false;
    dueAt = Date.now() + intervalMs;
    schedule();
  }

  function schedule() {
    clearTimeout(timer);
    if (
      !abort.signal.aborted &&
      !reading &&
      document.visibilityState !== 'hidden'
    ) {
      timer = setTimeout(readNow, Math.max(0, dueAt - Date.now()));
    }
  }

  document.addEventListener('visibilitychange', schedule);
  readNow();
  return () => {
    abort.abort();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', schedule);
  };
}
