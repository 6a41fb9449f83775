import { createRule } from './createRule';
import { reportContradictions } from './reportContradictions';

/** Ingresses whose class field and legacy annotation lead to different controllers. */
export const classConflict = createRule(
  {
    id: 'class-conflict',
    description:
      'The class field and the legacy class annotation of an Ingress lead to different controllers.',
    remediation: {
      summary: 'Keep the field, remove the annotation.',
      actions: [
        'Find out which controller shall serve the Ingress, and name its class in spec.ingressClassName.',
        'Remove the annotation kubernetes.io/ingress.class.',
      ],
    },
  },
  reportContradictions(
    'class-conflict',
    () => 'found',
    'Which one serves it depends on what each controller looks at first: keep spec.ingressClassName and remove the annotation.',
  ),
);
