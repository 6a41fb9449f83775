/** Pages that are told of the same news spread their questions over this time, in milliseconds. */
const spreadMs = 300;

/** Readings that repeat. */
export interface Polling {
  /** Ends it and aborts a reading under way. */
  stop: () => void;
  /** Reads again in a moment: there is news. */
  readSoon: () => void;
}

/**
 * Reads now and then again an interval after each reading ended, while the page can be seen. A page that comes
 * back into view reads at once when its turn has passed meanwhile.
 */
export function startPolling(options: {
  read: (signal: AbortSignal) => Promise<void>;
  intervalMs: number;
}): Polling {
  const { read, intervalMs } = options;
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let dueAt = Date.now();
  let newsMeanwhile = false;

  async function readNow() {
    reading = true;
    newsMeanwhile = false;
    await read(abort.signal);
    reading = false;
    dueAt = newsMeanwhile ? soon() : Date.now() + intervalMs;
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

  function readSoon() {
    newsMeanwhile = true;
    dueAt = Math.min(dueAt, soon());
    schedule();
  }

  document.addEventListener('visibilitychange', schedule);
  readNow();
  return {
    readSoon,
    stop: () => {
      abort.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', schedule);
    },
  };
}

function soon(): number {
  return Date.now() + Math.random() * spreadMs;
}
