import { startPolling } from './startPolling';

const intervalMs = 60_000;

function setVisibility(state: DocumentVisibilityState) {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('startPolling', () => {
  let stop = () => {};

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    stop();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('reads at once and again an interval after each reading ended', async () => {
    const read = jest.fn().mockResolvedValue(undefined);
    ({ stop } = startPolling({ read, intervalMs }));
    expect(read).toHaveBeenCalledTimes(1);

    await jest.advanceTimersByTimeAsync(intervalMs - 1);
    expect(read).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('never has two readings under way', async () => {
    let finish = () => {};
    const read = jest.fn(
      () => new Promise<void>(resolve => (finish = resolve)),
    );
    ({ stop } = startPolling({ read, intervalMs }));

    await jest.advanceTimersByTimeAsync(10 * intervalMs);
    setVisibility('visible');
    await jest.advanceTimersByTimeAsync(intervalMs);
    expect(read).toHaveBeenCalledTimes(1);

    finish();
    await jest.advanceTimersByTimeAsync(intervalMs);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('rests while the page is hidden and reads at once when its turn has passed', async () => {
    const read = jest.fn().mockResolvedValue(undefined);
    ({ stop } = startPolling({ read, intervalMs }));
    await jest.advanceTimersByTimeAsync(0);

    setVisibility('hidden');
    await jest.advanceTimersByTimeAsync(5 * intervalMs);
    expect(read).toHaveBeenCalledTimes(1);

    setVisibility('visible');
    await jest.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('does not read more often for being looked away from', async () => {
    const read = jest.fn().mockResolvedValue(undefined);
    ({ stop } = startPolling({ read, intervalMs }));
    await jest.advanceTimersByTimeAsync(0);

    setVisibility('hidden');
    setVisibility('visible');
    await jest.advanceTimersByTimeAsync(intervalMs - 1);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('reads in a moment when there is news, and once more for news that comes while it reads', async () => {
    let finish = () => {};
    const read = jest.fn(
      () => new Promise<void>(resolve => (finish = resolve)),
    );
    const polling = startPolling({ read, intervalMs });
    stop = polling.stop;
    polling.readSoon();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(read).toHaveBeenCalledTimes(1);
    finish();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(read).toHaveBeenCalledTimes(2);
    finish();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(read).toHaveBeenCalledTimes(2);
    polling.readSoon();
    polling.readSoon();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('keeps news for when the page is looked at again', async () => {
    const read = jest.fn().mockResolvedValue(undefined);
    const polling = startPolling({ read, intervalMs });
    stop = polling.stop;
    await jest.advanceTimersByTimeAsync(0);
    setVisibility('hidden');
    polling.readSoon();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(read).toHaveBeenCalledTimes(1);
    setVisibility('visible');
    await jest.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('aborts and ends when it is stopped', async () => {
    const read = jest.fn((_signal: AbortSignal) => Promise.resolve());
    startPolling({ read, intervalMs }).stop();

    expect(read.mock.calls[0][0].aborted).toBe(true);
    await jest.advanceTimersByTimeAsync(5 * intervalMs);
    expect(read).toHaveBeenCalledTimes(1);
  });
});
