import {
  Finding,
  ObjectRef,
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
  /** The Service or the orphan itself. */
  object?: ObjectRef;
  cluster: string;
}

/** All findings of a report, the worst first. Orphans do not name their cluster: a report of this tool has one. */
export function findingsOf(report: TrafficReport): PlacedFinding[] {
  const onlyCluster = report.clusters[0]?.name ?? '';
  const placed: PlacedFinding[] = [
    ...report.services.flatMap(({ cluster, namespace, service, findings }) =>
      findings.map(finding => ({
        finding,
        place: `${namespace}/${service}`,
        object: { apiVersion: 'v1', kind: 'Service', namespace, name: service },
        cluster,
      })),
    ),
    ...report.orphans.flatMap(({ resource, findings }) =>
      findings.map(finding => ({
        finding,
        place: [resource.namespace, resource.name].filter(Boolean).join('/'),
        object: resource,
        cluster: onlyCluster,
      })),
    ),
    ...report.clusters.flatMap(({ name, findings }) =>
      findings.map(finding => ({
        finding,
        place: `cluster ${name}`,
        cluster: name,
      })),
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
