import { Finding, Severity } from 'backstage-plugin-aks-traffic-common';
import {
  EndOfSupport,
  endOfSupportClause,
  lifecycleOf,
} from '../retirements/endOfSupport';
import { retirementById } from '../retirements/retirements';
import { severities } from '../rules/severities';
import { RestateOptions } from './RestateOptions';

/**
 * A finding as its rule would report it on a later day than that of its verdict: how far its end of support has come
 * decides how severe it is, and whether support "ends" or "ended" then.
 *
 * @returns the same finding where the day changes nothing.
 *
 * @public
 */
export function restateFinding(
  finding: Finding,
  options: RestateOptions,
): Finding {
  const coming = endToCome(finding);
  if (coming === undefined) {
    return finding;
  }
  const { end, clause } = coming;
  const severity = severityOn(finding, end, options);
  const message = finding.message.replace(
    clause,
    endOfSupportClause(end, options.now),
  );
  return severity === finding.severity && message === finding.message
    ? finding
    : { ...finding, severity, message };
}

/** The end that a finding speaks of as one to come, and how; one that is past stays so. */
function endToCome({
  deadline,
  retirement,
  message,
}: Finding): { end: EndOfSupport; clause: string } | undefined {
  if (deadline === undefined) {
    return undefined;
  }
  const precision =
    retirement === undefined
      ? undefined
      : retirementById(retirement)?.precision;
  const lastDay = new Date(deadline);
  return [false, true]
    .map(expected => {
      const end = { date: deadline, precision, expected };
      return { end, clause: endOfSupportClause(end, lastDay) };
    })
    .find(({ clause }) => message.includes(clause));
}

/** What an operator set for a rule does not depend on the day. */
function severityOn(
  { ruleId, severity }: Finding,
  end: EndOfSupport,
  options: RestateOptions,
): Severity {
  if (
    !Object.hasOwn(severities, ruleId) ||
    (options.severities && Object.hasOwn(options.severities, ruleId))
  ) {
    return severity;
  }
  const table: Partial<Record<string, Severity>> =
    severities[ruleId as keyof typeof severities];
  const lifecycle = lifecycleOf(end, options.now);
  const isExpectation = lifecycle === 'ended' && end.expected === true;
  return (
    (isExpectation ? table['probably-ended'] : undefined) ??
    table[lifecycle] ??
    severity
  );
}
