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
  const retirement = retirementById(id)!;
  const lifecycle = lifecycleOf(retirement, now);
  return {
    situation: lifecycle === 'undated' ? 'announced' : lifecycle,
    subject,
    message: message(endOfSupportClause(retirement, now)),
    evidence,
    deadline: retirement.date,
  };
}
