import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { aksTrafficClusterSourceExtensionPoint } from 'backstage-plugin-aks-traffic-node';
import { KubernetesPluginSource } from './KubernetesPluginSource';
import { readArmIds } from './readArmIds';

/**
 * Adds the clusters that the Kubernetes plugin is configured with to those that AKS Traffic reads, through the proxy of
 * that plugin and with the credentials it has.
 *
 * @public
 */
export const aksTrafficModuleKubernetes = createBackendModule({
  pluginId: 'aks-traffic',
  moduleId: 'kubernetes',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        sources: aksTrafficClusterSourceExtensionPoint,
      },
      async init({ auth, config, discovery, sources }) {
        sources.addClusterSource(
          new KubernetesPluginSource({
            auth,
            discovery,
            armIds: readArmIds(config),
          }),
        );
      },
    });
  },
});
