import { Controller } from 'backstage-plugin-aks-traffic-common';
import { absent } from '../objects/evidence';
import { isOutdatedNginx } from '../retirements/nginxReleases';
import { controllerSubject } from './controllerSubject';
import { createRule } from './createRule';

/** Controllers of community ingress-nginx that lack fixes that were made before maintenance ended. */
export const ingressNginxVersion = createRule(
  {
    id: 'ingress-nginx-version',
    description:
      'Community ingress-nginx runs in a version that lacks the last fixes there were.',
    remediation: {
      summary: 'Take the last release now, and move away from it after that.',
      actions: [
        'Upgrade to 1.15.1, or to 1.14.5 or 1.13.9 where a minor version has to stay.',
        'Then move what it serves: there will be no further release.',
      ],
    },
  },
  {
    *cluster({ draft }) {
      for (const controller of draft.controllers) {
        if (controller.system === 'ingress-nginx' && isOutdated(controller)) {
          const subject = controllerSubject(controller);
          yield {
            situation: 'found',
            subject,
            message: `Controller ${controller.name} is version ${controller.version}, older than the last fixes (1.13.9, 1.14.5, 1.15.1): vulnerabilities that are known and fixed are open in it. Upgrade it, then move away from it.`,
            evidence: [
              {
                object: subject,
                field: 'spec.template.spec.containers[].image',
                value: controller.image ?? controller.version ?? absent,
                meaning: `Version ${controller.version}`,
              },
            ],
          };
        }
      }
    },
  },
);

function isOutdated({ version }: Controller): boolean {
  return version !== undefined && isOutdatedNginx(version);
}
