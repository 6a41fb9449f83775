import { createRule } from './createRule';
import { controllerSubject } from './controllerSubject';
import { entryPointsBySystem } from './entryPointsBySystem';
import { nameOf } from './messageText';
import { reportRetirement } from './reportRetirement';

/** Services and controllers of the NGINX that the application routing add-on manages. */
export const appRoutingNginxRetirement = createRule(
  {
    id: 'app-routing-nginx-retirement',
    description:
      'Microsoft patches the managed NGINX of the application routing add-on through November 2026 only.',
    retirement: 'RET-NGINX-AKS',
    remediation: {
      summary:
        'Move the Ingress to the Gateway API of the same add-on, or to another managed gateway.',
      actions: [
        'Enable the managed Gateway API and the Gateway API implementation of application routing, or choose Application Gateway for Containers or the Istio add-on.',
        'Translate the Ingress and its annotations to a Gateway and an HTTPRoute; look for annotations that have no equivalent first.',
        'Run both side by side, move the DNS record, then remove the Ingress and set the default NGINX controller to None.',
      ],
    },
  },
  {
    systems: new Set(['app-routing-nginx']),
    *cluster({ draft, now }) {
      for (const controller of draft.controllers) {
        if (controller.system === 'app-routing-nginx') {
          yield reportRetirement({
            id: 'RET-NGINX-AKS',
            now,
            subject: controllerSubject(controller),
            evidence: controller.evidence,
            message: clause =>
              `Controller ${controller.name} is managed NGINX of application routing, and ${clause}. Move what it serves to the Gateway API, then set its type to None.`,
          });
        }
      }
    },
    *service(service, { now }) {
      for (const entry of entryPointsBySystem(service, 'app-routing-nginx')) {
        yield reportRetirement({
          id: 'RET-NGINX-AKS',
          now,
          subject: entry.resource,
          evidence: entry.evidence,
          message: clause =>
            `${nameOf(entry.resource)} ${
              entry.isProven ? 'is' : 'seems to be'
            } served by managed NGINX of application routing, and ${clause}: no patch is promised after that. Move it to the Gateway API.`,
        });
      }
    },
  },
);
