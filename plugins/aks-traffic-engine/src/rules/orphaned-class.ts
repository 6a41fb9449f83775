import { createRule } from './createRule';
import { nameOf } from './messageText';
import { isRoute } from './isRoute';

/** Classes, and objects of classes, that nothing serves. */
export const orphanedClass = createRule(
  {
    id: 'orphaned-class',
    description:
      'A class, or an object of that class, that no controller serves.',
    remediation: {
      summary: 'Give it a class that is served, or remove it.',
      actions: [
        'Find out whether traffic is expected through it: nothing answers now.',
        'Name a class whose controller runs in this cluster, or remove the object.',
        'Remove the class itself once nothing names it.',
      ],
    },
  },
  {
    *orphan(orphan) {
      if (!isRoute(orphan.resource)) {
        yield {
          situation: 'found',
          subject: orphan.resource,
          message: `${nameOf(orphan.resource)} leads nowhere: ${
            orphan.reason
          }. Give it a class that is served, or remove it.`,
          evidence: orphan.evidence,
        };
      }
    },
  },
);
