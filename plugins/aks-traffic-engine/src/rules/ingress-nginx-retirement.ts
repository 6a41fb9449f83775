import { createRule, Report } from './createRule';
import { controllerSubject } from './controllerSubject';
import { entryPointsBySystem } from './entryPointsBySystem';
import { nameOf } from './messageText';
import { DatedLifecycle, reportRetirement } from './reportRetirement';
import { SituationOf } from './severities';

type Situation = SituationOf<'ingress-nginx-retirement'>;

/** Services and controllers of the community's ingress-nginx, which nobody maintains. */
export const ingressNginxRetirement = createRule(
  {
    id: 'ingress-nginx-retirement',
    description:
      'Community ingress-nginx gets no fixes any more, not even for vulnerabilities.',
    retirement: 'RET-NGINX-UPSTREAM',
    remediation: {
      summary: 'Move the Ingress to a gateway that is maintained.',
      actions: [
        'Choose the target: Application Gateway for Containers where a web application firewall is needed, application routing with the Gateway API or the Istio add-on otherwise.',
        'Translate the Ingress and its annotations to a Gateway and an HTTPRoute; look for annotations that have no equivalent first.',
        'Run both side by side, move the DNS record, then remove the Ingress and at last the controller.',
      ],
    },
  },
  {
    systems: new Set(['ingress-nginx']),
    *cluster({ draft, now }) {
      for (const controller of draft.controllers) {
        if (controller.system === 'ingress-nginx') {
          yield withExposure(
            reportRetirement({
              id: 'RET-NGINX-UPSTREAM',
              now,
              subject: controllerSubject(controller),
              evidence: controller.evidence,
              message: (clause, hasEnded) =>
                `Controller ${
                  controller.name
                } is community ingress-nginx, and ${clause}: vulnerabilities ${whatStays(
                  false,
                  hasEnded,
                )}. Move what it serves, then remove it.`,
            }),
            controller.exposure === 'public',
          );
        }
      }
    },
    *service(service, { now }) {
      for (const entry of entryPointsBySystem(service, 'ingress-nginx')) {
        yield withExposure(
          reportRetirement({
            id: 'RET-NGINX-UPSTREAM',
            now,
            subject: entry.resource,
            evidence: entry.evidence,
            message: (clause, hasEnded) =>
              `${nameOf(entry.resource)} ${
                entry.isProven ? 'is' : 'seems to be'
              } served by community ingress-nginx, and ${clause}: vulnerabilities ${whatStays(
                entry.isPublic,
                hasEnded,
              )}. Move it to a maintained gateway.`,
          }),
          entry.isPublic,
        );
      }
    },
  },
);

/** Until support ends, what is found is still fixed. */
function whatStays(isPublic: boolean, hasEnded: boolean): string {
  if (!hasEnded) {
    return 'stay open after that';
  }
  return isPublic ? 'are open to the internet' : 'stay open';
}

/** Once nobody fixes anything, it matters most who can reach it. */
function withExposure(
  report: Report<DatedLifecycle>,
  isPublic: boolean,
): Report<Situation> {
  return report.situation === 'ended' && isPublic
    ? { ...report, situation: 'ended-public' }
    : report;
}
