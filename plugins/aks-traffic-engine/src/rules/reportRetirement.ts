import {
  ArmRef,
  Evidence,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';
import { Lifecycle } from '../retirements/endOfSupport';
import { RetirementId } from '../retirements/retirements';
import { retirementStanding } from '../retirements/retirementStanding';
import { Report } from './createRule';

/** The situations of a retirement that has a date. */
export type DatedLifecycle = Exclude<Lifecycle, 'undated'>;

/** A report on something that stands on a dated retirement. */
export function reportRetirement(options: {
  id: RetirementId;
  now: Date;
  subject: ObjectRef | ArmRef;
  evidence: Evidence[];
  /** The message, around a clause such as "support ends in November 2026", and whether that has come to pass. */
  message: (clause: string, hasEnded: boolean) => string;
}): Report<DatedLifecycle> {
  const { id, now, subject, evidence, message } = options;
  const { retirement, lifecycle, clause } = retirementStanding(id, now)!;
  return {
    situation: lifecycle === 'undated' ? 'announced' : lifecycle,
    subject,
    message: message(clause, lifecycle === 'ended'),
    evidence,
    deadline: retirement.date,
  };
}
