/**
 * Waits for a promise no longer than a signal lasts. What stands behind the promise goes on: this is for work that
 * others wait for too, and for work of strangers who may not look at their signal.
 *
 * @throws the signal's reason once it is aborted.
 *
 * @public
 */
export async function abortable<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) {
      stop();
    }
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
