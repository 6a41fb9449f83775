import { dashboardMessages } from './dashboardMessages';
import { trafficMessages } from './trafficMessages';

/**
 * The English texts of the plugin by key; a file for each screen.
 *
 * @public
 */
export const aksTrafficMessages = {
  ...trafficMessages,
  ...dashboardMessages,
} as const;
