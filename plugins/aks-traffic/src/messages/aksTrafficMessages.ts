import { dashboardMessages } from './dashboardMessages';
import { tabMessages } from './tabMessages';
import { trafficMessages } from './trafficMessages';

/**
 * The English texts of the plugin by key; a file for each screen.
 *
 * @public
 */
export const aksTrafficMessages = {
  ...trafficMessages,
  ...dashboardMessages,
  ...tabMessages,
} as const;
