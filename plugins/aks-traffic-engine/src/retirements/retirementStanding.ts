import { Retirement } from 'backstage-plugin-aks-traffic-common';
import { endOfSupportClause, Lifecycle, lifecycleOf } from './endOfSupport';
import { retirementById } from './retirements';

/** How far a retirement has come at a time. */
export interface RetirementStanding {
  retirement: Retirement;
  lifecycle: Lifecycle;
  /** A clause such as "support ends in November 2026". */
  clause: string;
}

/** Every service on a system is told of the same retirements at the same time: the last answer on each is kept. */
const known = new Map<string, { time: number; standing: RetirementStanding }>();

/** Where a retirement stands at a time; `undefined` for an id that is none. */
export function retirementStanding(
  id: string,
  now: Date,
): RetirementStanding | undefined {
  const time = now.getTime();
  const last = known.get(id);
  if (last?.time === time) {
    return last.standing;
  }
  const retirement = retirementById(id);
  if (retirement === undefined) {
    return undefined;
  }
  const standing = {
    retirement,
    lifecycle: lifecycleOf(retirement, now),
    clause: endOfSupportClause(retirement, now),
  };
  known.set(id, { time, standing });
  return standing;
}

/** What is certain on a day, and then what the source said. */
export function statementOf({
  retirement,
  clause,
}: RetirementStanding): string {
  return `${retirement.title}: ${clause}. ${retirement.statement}`;
}
