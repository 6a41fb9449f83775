import {
  Finding,
  ObjectRef,
  Severity,
  TrafficReport,
} from 'backstage-plugin-aks-traffic-common';
import { severityOrder } from './severityOrder';

/**
 * A finding and what it belongs to.
 *
 * @public
 */
export interface PlacedFinding {
  finding: Finding;
  /** The service, the orphan or the cluster. */
  place: string;
  /** The Service or the orphan itself. */
  object?: ObjectRef;
  cluster: string;
}

/**
 * All findings of a report, the worst first. Orphans do not name their cluster: those of a report about several are
 * placed in the first.
 *
 * @public
 */
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
      severityOrder.indexOf(left.finding.severity) -
      severityOrder.indexOf(right.finding.severity),
  );
}

/**
 * Whether there is a finding at least as bad as a severity.
 *
 * @public
 */
export function hasFindingFrom(
  report: TrafficReport,
  severity: Severity,
): boolean {
  const limit = severityOrder.indexOf(severity);
  return findingsOf(report).some(
    ({ finding }) => severityOrder.indexOf(finding.severity) <= limit,
  );
}
