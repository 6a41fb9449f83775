import { Finding } from 'backstage-plugin-aks-traffic-common';
import { restateFinding } from 'backstage-plugin-aks-traffic-engine';

/**
 * Something with its findings worded for today: a verdict stays as long as its cluster cannot be read, and the date that
 * it speaks of may pass meanwhile.
 */
export function restateFindings<T extends { findings: Finding[] }>(
  item: T,
  now: Date,
): T {
  return {
    ...item,
    findings: item.findings.map(finding => restateFinding(finding, now)),
  };
}
