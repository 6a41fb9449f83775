import { answerWindow, isWithin } from './answerWindow';

const now = new Date('2026-11-22T10:00:00.000Z');
const staleAfterMs = 15 * 60_000;
const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);

function windowOf(options: {
  observed?: string[];
  expires?: string[];
  generatedAt?: string;
}) {
  return answerWindow(
    {
      generatedAt: options.generatedAt ?? '2026-11-22T09:50:00.000Z',
      coverage: (options.observed ?? []).map(time => ({
        cluster: 'alpha',
        state: 'complete' as const,
        observedAt: `2026-11-22T${time}Z`,
        gaps: [],
      })),
      waivers: (options.expires ?? []).map(
        time => ({ expiresAt: `2026-11-22T${time}Z` } as never),
      ),
    },
    { now, staleAfterMs },
  );
}

describe('answerWindow', () => {
  it('is all time when nothing in the answer ends', () => {
    expect(windowOf({})).toEqual({ from: -Infinity, until: Infinity });
  });

  it('ends when the first reading turns stale, a millisecond after it was just old enough', () => {
    expect(windowOf({ observed: ['09:50:00.000', '09:55:00.000'] })).toEqual({
      from: -Infinity,
      until: at('10:05:00.001'),
    });
  });

  it('begins where the last reading turned stale or waiver ended', () => {
    expect(
      windowOf({
        observed: ['09:30:00.000'],
        expires: ['09:00:00.000', '09:59:00.000', '10:00:00.001'],
      }),
    ).toEqual({ from: at('09:59:00.000'), until: at('10:00:00.001') });
  });

  it('is none for an answer that names the time itself', () => {
    expect(windowOf({ generatedAt: now.toISOString() })).toBeUndefined();
  });

  it('has its begin in it and not its end', () => {
    const window = { from: now.getTime(), until: now.getTime() + 1 };
    expect(isWithin(window, now)).toBe(true);
    expect(isWithin(window, new Date(now.getTime() - 1))).toBe(false);
    expect(isWithin(window, new Date(now.getTime() + 1))).toBe(false);
  });
});
