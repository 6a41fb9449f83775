import { nextStageOn, stageOf } from './stages';

const date = '2026-11-30';

describe('stageOf', () => {
  it.each([
    ['2026-08-31', 0],
    ['2026-09-01', 1],
    ['2026-10-30', 1],
    ['2026-10-31', 2],
    ['2026-11-22', 2],
    ['2026-11-23', 3],
    ['2026-11-30', 3],
    ['2027-06-01', 3],
  ])('is on %s %i', (today, stage) => {
    expect(stageOf(date, today)).toBe(stage);
  });

  it('is the first one while there is no date', () => {
    expect(stageOf(undefined, '2026-11-30')).toBe(0);
  });
});

describe('nextStageOn', () => {
  it.each([
    [0, '2026-09-01'],
    [1, '2026-10-31'],
    [2, '2026-11-23'],
  ])('is after stage %i the first day of the next, %s', (stage, day) => {
    expect(nextStageOn(date, stage)).toBe(day);
    expect(stageOf(date, day)).toBe(stage + 1);
  });

  it.each([
    [date, 3],
    [undefined, 0],
  ])('never comes for %s after stage %i', (day, stage) => {
    expect(nextStageOn(day, stage)).toBe('9999-12-31');
  });
});
