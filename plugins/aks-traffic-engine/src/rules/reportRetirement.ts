import {
  ArmRef,
  Evidence,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';
import {
  endOfSupportClause,
  Lifecycle,
  lifecycleOf,
} from '../retirements/endOfSupport';
import { retirementById, RetirementId } from '../retirements/retirements';
import { Report } from './createRule';

/** The situations of a retirement that has a date. */
export type DatedLifecycle = Exclude<Lifecycle, 'undated'>;

/** A report on something that stands on a dated retirement. */
export function reportRetirement(options: {
  id: RetirementId;
  now: Date;
  subject: ObjectRef | ArmRef;
  evidence: Evidence[];
  /** The message, around a clause such as "support ends in November 2026". */
  message: (clause: string) => string;
}): Report<DatedLifecycle> {
  const { id, now, subject, evidence, message } = options;
  const { situation, clause, deadline } = standingOf(id, now);
  return {
    situation,
    subject,
    message: message(clause),
    evidence,
    deadline,
  };
}

/** How far a retirement has come at a time. */
interface Standing {
  time: number;
  situation: DatedLifecycle;
  clause: string;
  deadline?: string;
}

/** Every service on a system is told of the same retirement at the same time. */
const standings = new Map<RetirementId, Standing>();

function standingOf(id: RetirementId, now: Date): Standing {
  const time = now.getTime();
  const known = standings.get(id);
  if (known?.time === time) {
    return known;
  }
  const retirement = retirementById(id)!;
  const lifecycle = lifecycleOf(retirement, now);
  const standing = {
    time,
    situation: lifecycle === 'undated' ? 'announced' : lifecycle,
    clause: endOfSupportClause(retirement, now),
    deadline: retirement.date,
  } as const;
  standings.set(id, standing);
  return standing;
}
