import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { aksTrafficPlugin } from './legacyPlugin';
import { ClusterPicker } from './scaffolder/ClusterPicker';
import { EgressPicker } from './scaffolder/EgressPicker';
import { PatternPicker } from './scaffolder/PatternPicker';
import { RepositoryPicker } from './scaffolder/RepositoryPicker';

/**
 * Chooses a cluster, in templates of the old frontend system.
 *
 * @public
 */
export const AksTrafficClusterPicker = aksTrafficPlugin.provide(
  createScaffolderFieldExtension({
    name: 'AksTrafficClusterPicker',
    component: ClusterPicker,
  }),
);

/**
 * Chooses an approved pattern for the cluster of the form, in templates of the old frontend system.
 *
 * @public
 */
export const AksTrafficPatternPicker = aksTrafficPlugin.provide(
  createScaffolderFieldExtension({
    name: 'AksTrafficPatternPicker',
    component: PatternPicker,
  }),
);

/**
 * Chooses a way out that the cluster of the form has, in templates of the old frontend system.
 *
 * @public
 */
export const AksTrafficEgressPicker = aksTrafficPlugin.provide(
  createScaffolderFieldExtension({
    name: 'AksTrafficEgressPicker',
    component: EgressPicker,
  }),
);

/**
 * Says where the service goes, in templates of the old frontend system.
 *
 * @public
 */
export const AksTrafficRepositoryPicker = aksTrafficPlugin.provide(
  createScaffolderFieldExtension({
    name: 'AksTrafficRepositoryPicker',
    component: RepositoryPicker,
  }),
);
