import { dashboardMessages } from './dashboardMessages';
import { goldenPathMessages } from './goldenPathMessages';
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
  ...goldenPathMessages,
  ...tabMessages,
} as const;
