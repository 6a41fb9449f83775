import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';

/** For how long an answer stays true when nothing happens: from one time until before another, in milliseconds. */
export interface AnswerWindow {
  from: number;
  until: number;
}

/**
 * Tells between which two moments time alone changes nothing in an answer: no reading turns stale, and no waiver ends.
 * What a new day changes is stored when it does.
 *
 * @returns undefined when it names the time itself, so that it is another one each time.
 */
export function answerWindow(
  answer: Pick<EntityTraffic, 'generatedAt' | 'coverage' | 'waivers'>,
  { now, staleAfterMs }: { now: Date; staleAfterMs: number },
): AnswerWindow | undefined {
  if (answer.generatedAt === now.toISOString()) {
    return undefined;
  }
  const time = now.getTime();
  const turns = [
    ...answer.coverage.flatMap(({ observedAt }) =>
      observedAt === undefined
        ? []
        : new Date(observedAt).getTime() + staleAfterMs + 1,
    ),
    ...(answer.waivers ?? []).map(({ expiresAt }) =>
      new Date(expiresAt).getTime(),
    ),
  ];
  return {
    from: Math.max(...turns.filter(turn => turn <= time)),
    until: Math.min(...turns.filter(turn => turn > time)),
  };
}

/** Whether a time is in a window. */
export function isWithin({ from, until }: AnswerWindow, now: Date): boolean {
  return from <= now.getTime() && now.getTime() < until;
}
