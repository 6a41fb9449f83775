import { createRule } from './createRule';
import { isRoute } from './isRoute';
import { nameOf } from './messageText';

/** Routes that no gateway has accepted. */
export const unattachedRoute = createRule(
  {
    id: 'unattached-route',
    description: 'A route that no gateway carries: its hosts do not answer.',
    remediation: {
      summary: 'Attach the route, or remove it.',
      actions: [
        'Read the conditions Accepted and ResolvedRefs under status.parents of the route, and Programmed of the Gateway.',
        "Check that the listener's allowedRoutes admit the route's namespace, and that host names intersect.",
        'Add a ReferenceGrant where the backend is in another namespace.',
      ],
    },
  },
  {
    *orphan(orphan) {
      if (isRoute(orphan.resource)) {
        yield {
          situation: 'found',
          subject: orphan.resource,
          message: `${nameOf(orphan.resource)} is not attached: ${
            orphan.reason
          }. Its hosts do not answer until a gateway accepts it.`,
          evidence: orphan.evidence,
        };
      }
    },
  },
);
