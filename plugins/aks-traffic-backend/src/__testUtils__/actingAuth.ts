import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * The mocked authentication, with what the real one adds to the credentials of a plugin that acts for a user: the name
 * of that plugin. The permission backend takes such requests only for those of a plugin.
 */
export const actingAuth = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const authenticate = auth.authenticate.bind(auth);
    auth.authenticate = async (token, options) => {
      const credentials = await authenticate(token, options);
      return auth.isPrincipal(credentials, 'user') && token.includes('"obo":')
        ? mockCredentials.user(credentials.principal.userEntityRef, {
            actor: { subject: 'plugin:aks-traffic' },
          })
        : credentials;
    };
    return auth;
  },
});
