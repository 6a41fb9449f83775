import { claimForMs, turnMs } from './takeOver';

const minuteMs = 60_000;

describe('what a dead replica had in hand', () => {
  it('is taken up by another one within a minute, at worst', () => {
    // It may have been renewed just before, and the other one may have looked just before it lapsed.
    expect(claimForMs + turnMs).toBeLessThan(minuteMs);
  });
});
