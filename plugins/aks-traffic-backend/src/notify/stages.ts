import { addDays } from '../store/days';

/** Days before the end of support on which owners are told again. */
const remindAt = [90, 30, 7];

/** Sorts after every day. */
export const never = '9999-12-31';

const dayMs = 24 * 60 * 60 * 1000;

/** Days from one day to a later one; negative when that is past. */
export function daysUntil(date: string, today: string): number {
  return Math.round((Date.parse(date) - Date.parse(today)) / dayMs);
}

/** How far a deadline has come: 0 for "it applies", then one more for each reminder that is due. */
export function stageOf(date: string | undefined, today: string): number {
  return date === undefined
    ? 0
    : remindAt.filter(days => daysUntil(date, today) <= days).length;
}

/** The day on which the stage after this one is reached. */
export function nextStageOn(date: string | undefined, stage: number): string {
  const days = remindAt.at(stage);
  return date === undefined || days === undefined
    ? never
    : addDays(date, -days);
}
