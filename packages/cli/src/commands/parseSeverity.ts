import { InvalidArgumentError } from 'commander';
import { Severity } from 'backstage-plugin-aks-traffic-common';
import {
  severityOrder,
  unknownRule,
} from 'backstage-plugin-aks-traffic-engine';

/** Adds one `rule=severity` to those given before it. */
export function parseSeverity(
  argument: string,
  before: Record<string, Severity> = {},
): Record<string, Severity> {
  const equals = argument.indexOf('=');
  const rule = argument.slice(0, Math.max(equals, 0));
  const severity = severityOrder.find(
    candidate => candidate === argument.slice(equals + 1),
  );
  if (equals < 1 || severity === undefined) {
    throw new InvalidArgumentError(
      `Give a rule and one of ${severityOrder.join(
        ', ',
      )}, such as mesh-mtls=high.`,
    );
  }
  const problem = unknownRule(rule);
  if (problem !== undefined) {
    throw new InvalidArgumentError(`As to ${rule}: ${problem}.`);
  }
  return { ...before, [rule]: severity };
}
