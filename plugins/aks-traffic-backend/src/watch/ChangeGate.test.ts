import { ChangeGate } from './ChangeGate';

describe('ChangeGate', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const pass = (milliseconds: number) =>
    jest.advanceTimersByTimeAsync(milliseconds);

  it('waits until changes have ended, and does the work once', async () => {
    const run = jest.fn(async () => {});
    const gate = new ChangeGate(run);
    gate.changed();
    await pass(300);
    gate.changed();
    await pass(300);
    expect(run).not.toHaveBeenCalled();
    await pass(300);
    expect(run).toHaveBeenCalledTimes(1);
    await pass(60_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('does not wait for the end of changes that have none', async () => {
    const run = jest.fn(async () => {});
    const gate = new ChangeGate(run);
    for (let passed = 0; passed < 10_000; passed += 100) {
      gate.changed();
      await pass(100);
    }
    expect(run.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(run.mock.calls.length).toBeLessThanOrEqual(5);
    await gate.close();
  });

  it('does it again for changes that come meanwhile, and spends a fifth of the time on it at most', async () => {
    const run = jest.fn(
      () => new Promise<void>(resolve => setTimeout(resolve, 10_000)),
    );
    const gate = new ChangeGate(run);
    for (let passed = 0; passed < 100_000; passed += 500) {
      gate.changed();
      await pass(500);
    }
    expect(run).toHaveBeenCalledTimes(2);
    const closed = gate.close();
    await pass(10_000);
    await closed;
  });

  it('does nothing any more when it is closed', async () => {
    const run = jest.fn(async () => {});
    const gate = new ChangeGate(run);
    gate.changed();
    await gate.close();
    gate.changed();
    await pass(10_000);
    expect(run).not.toHaveBeenCalled();
  });
});
