import {
  Finding,
  Severity,
  TrafficReport,
} from 'backstage-plugin-aks-traffic-common';

/** Worst first. */
export const severities = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const satisfies readonly Severity[];

/** A finding and what it belongs to. */
export interface PlacedFinding {
  finding: Finding;
  /** The service, the orphan or the cluster. */
  place: string;
}

/** All findings of a report, the worst first. */
export function findingsOf(report: TrafficReport): PlacedFinding[] {
  const placed = [
    ...report.services.flatMap(({ namespace, service, findings }) =>
      findings.map(finding => ({ finding, place: `${namespace}/${service}` })),
    ),
    ...report.orphans.flatMap(({ resource, findings }) =>
      findings.map(finding => ({
        finding,
        place: [resource.namespace, resource.name].filter(Boolean).join('/'),
      })),
    ),
    ...report.clusters.flatMap(({ name, findings }) =>
      findings.map(finding => ({ finding, place: `cluster ${name}` })),
    ),
  ];
  return placed.sort(
    (left, right) =>
      severities.indexOf(left.finding.severity) -
      severities.indexOf(right.finding.severity),
  );
}

/** Whether there is a finding at least as bad as a severity. */
export function hasFindingFrom(
  report: TrafficReport,
  severity: Severity,
): boolean {
  const limit = severities.indexOf(severity);
  return findingsOf(report).some(
    ({ finding }) => severities.indexOf(finding.severity) <= limit,
  );
}
