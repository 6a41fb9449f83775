import { act, renderHook } from '@testing-library/react';
import { useNow } from './useNow';

describe('useNow', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: new Date('2026-11-30T23:59:50Z') }),
  );
  afterEach(() => jest.useRealTimers());

  it('keeps up with the clock while the page is open', () => {
    const { result } = renderHook(() => useNow());
    expect(result.current).toEqual(new Date('2026-11-30T23:59:50Z'));

    act(() => {
      jest.advanceTimersByTime(30_000);
    });
    expect(result.current).toEqual(new Date('2026-12-01T00:00:20Z'));
  });
});
