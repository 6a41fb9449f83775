import { ArmRef, Finding, ObjectRef } from './model/report';
import { Waiver } from './model/waiver';

/**
 * Whether a waiver of a Service is about one of its findings: of the same rule, and about the same object where the
 * waiver names one.
 *
 * @public
 */
export function waiverCovers(
  waiver: Pick<Waiver, 'ruleId' | 'subject'>,
  finding: Pick<Finding, 'ruleId' | 'subject'>,
): boolean {
  return (
    waiver.ruleId === finding.ruleId &&
    (waiver.subject === undefined ||
      isSameSubject(waiver.subject, finding.subject))
  );
}

function isSameSubject(
  first: ObjectRef | ArmRef,
  second: ObjectRef | ArmRef,
): boolean {
  if ('armId' in first || 'armId' in second) {
    // Azure hands resource ids out in any case.
    return (
      'armId' in first &&
      'armId' in second &&
      first.armId.toLowerCase() === second.armId.toLowerCase()
    );
  }
  return (
    groupOf(first) === groupOf(second) &&
    first.kind === second.kind &&
    first.namespace === second.namespace &&
    first.name === second.name
  );
}

/** One object can be read by several versions of its group. */
function groupOf({ apiVersion }: ObjectRef): string {
  const [group, version] = apiVersion.split('/');
  return version === undefined ? '' : group;
}
