import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';

/** What it takes to lead from an entity's tab to the dashboard; absent where the app has none. */
export interface DashboardLinks {
  /** The address of the dashboard with a filter set. */
  addressOf: (filter: ServiceFilter) => string;
  /** References of the entity's owners. */
  owners: string[];
}
