import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { aksTrafficPlugin } from '../../plugin';

/** What Express keeps of a router, as far as it tells which requests are answered. */
interface RouterLayer {
  route?: { path: unknown; methods: Record<string, boolean> };
  handle: { stack?: RouterLayer[] };
  regexp: RegExp & { fast_slash?: boolean };
}

/** What Backstage adds to the routes of every plugin, as {@link routesOf} tells of it. */
const ofBackstage =
  /^(\w+ |a middleware at \^)\/\.(backstage|well-known\/backstage)\//;

/**
 * The routes of one handler as `method path`, with names in braces. Whatever else answers requests, a middleware or a
 * router below a path, is told as it is, so that it is not overlooked.
 */
function routesOf(handler: RouterLayer['handle']): string[] {
  if (!handler.stack) {
    return [`a handler that is no router: ${String(handler)}`];
  }
  return handler.stack.flatMap(({ route, handle, regexp }) => {
    if (route) {
      const path = String(route.path).replace(/:(\w+)/g, '{$1}');
      return Object.keys(route.methods).map(method => `${method} ${path}`);
    }
    if (handle.stack && regexp.fast_slash) {
      return routesOf(handle);
    }
    return [`a middleware at ${regexp.source.replaceAll('\\', '')}`];
  });
}

/** Every route that the plugin gives Express, and the policies by which some may be asked without credentials. */
export async function readServedRoutes() {
  const httpRouter = mockServices.httpRouter.mock();
  const backend = await startTestBackend({
    features: [
      aksTrafficPlugin,
      httpRouter.factory,
      mockServices.database.factory(),
      catalogServiceMock.factory({ entities: [] }),
    ],
  });
  await backend.stop();
  return {
    routes: httpRouter.use.mock.calls
      .flatMap(([handler]) => routesOf(handler as RouterLayer['handle']))
      .filter(route => !ofBackstage.test(route))
      .sort(),
    openPolicies: httpRouter.addAuthPolicy.mock.calls,
  };
}
