import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav';
import { textsModule } from './texts';

/** The demo portal: every plugin among the package's dependencies is discovered, so only the frame is named here. */
export default createApp({ features: [navModule, textsModule] });
