import { Controller } from 'backstage-plugin-aks-traffic-common';
import { absent } from '../objects/evidence';
import { controllerSubject } from './controllerSubject';
import { createRule } from './createRule';

/** The last patch of each minor version that got one when maintenance ended. */
const lastPatches: ReadonlyMap<number, number> = new Map([
  [13, 9],
  [14, 5],
  [15, 1],
]);

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
  const found = /^1\.(\d{1,4})\.(\d{1,4})/.exec(version ?? '');
  if (!found) {
    return /^0\.\d/.test(version ?? '');
  }
  const minor = Number(found[1]);
  const last = lastPatches.get(minor);
  return last === undefined
    ? minor < Math.min(...lastPatches.keys())
    : Number(found[2]) < last;
}
