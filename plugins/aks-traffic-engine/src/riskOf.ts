import { Finding, Risk } from 'backstage-plugin-aks-traffic-common';
import { severityOrder } from './report/severityOrder';

/**
 * The worst severity among findings. Without any that asks for action, too little reading leaves the risk unknown:
 * information alone says nothing about what was not read.
 *
 * @public
 */
export function riskOf(findings: readonly Finding[], readWhole: boolean): Risk {
  const worst = severityOrder.find(severity =>
    findings.some(finding => finding.severity === severity),
  );
  if (worst !== undefined && worst !== 'info') {
    return worst;
  }
  return readWhole ? worst ?? 'none' : 'unknown';
}
