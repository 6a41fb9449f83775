import { createRule } from './createRule';
import { reportContradictions } from './reportContradictions';

/** Ingresses that several controllers claim. */
export const controllerConflict = createRule(
  {
    id: 'controller-conflict',
    description: 'More than one controller claims the same Ingress.',
    remediation: {
      summary: 'Leave the Ingress to one controller.',
      actions: [
        'Give each controller a class and a controller value of its own.',
        'Turn off watching Ingresses without a class in all controllers but one.',
        'Check the DNS record: it decides which of the controllers clients really reach.',
      ],
    },
  },
  reportContradictions(
    'controller-conflict',
    () => 'found',
    'They overwrite its status in turn, and it is reachable through each of them: leave it to one.',
  ),
);
