import { Finding, Risk, Severity } from 'backstage-plugin-aks-traffic-common';

const worstFirst: readonly Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
];

/**
 * The worst severity among findings. Without any that asks for action, too little reading leaves the risk unknown:
 * information alone says nothing about what was not read.
 */
export function riskOf(findings: readonly Finding[], readWhole: boolean): Risk {
  const worst = worstFirst.find(severity =>
    findings.some(finding => finding.severity === severity),
  );
  if (worst !== undefined && worst !== 'info') {
    return worst;
  }
  return readWhole ? worst ?? 'none' : 'unknown';
}
