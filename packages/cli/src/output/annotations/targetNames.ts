import { MigrationTarget } from 'backstage-plugin-aks-traffic-common';

/** What people call the targets. */
export const targetNames: Record<MigrationTarget, string> = {
  'app-routing-gateway-api': 'Application routing (Gateway API)',
  'application-gateway-for-containers': 'Application Gateway for Containers',
  istio: 'Istio add-on',
};

/** The same as headings of narrow columns. */
export const targetHeadings: Record<MigrationTarget, string> = {
  'app-routing-gateway-api': 'APP ROUTING',
  'application-gateway-for-containers': 'AGC',
  istio: 'ISTIO',
};
