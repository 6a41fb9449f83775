import { armEvidence } from '../objects/evidence';
import { controllerSubject } from './controllerSubject';
import { createRule } from './createRule';
import { entryPointsBySystem } from './entryPointsBySystem';
import { clusterName, nameOf } from './messageText';
import { reportRetirement } from './reportRetirement';

/** What is left of the add-on that application routing replaced. */
export const httpApplicationRoutingRetirement = createRule(
  {
    id: 'http-application-routing-retirement',
    description:
      'The HTTP application routing add-on is retired and gets no fixes.',
    retirement: 'RET-HTTPAPPROUTING',
    remediation: {
      summary:
        'Move its Ingresses to application routing with the Gateway API, then disable the add-on.',
      actions: [
        'Translate each Ingress of class addon-http-application-routing to a Gateway and an HTTPRoute.',
        'Replace the DNS names of the add-on by names in a zone of your own: its zone goes with it.',
        'Disable the add-on httpApplicationRouting and delete what it leaves in kube-system.',
      ],
    },
  },
  {
    systems: new Set(['http-application-routing']),
    *cluster(input) {
      const { managedCluster, controllers } = input.draft;
      if (managedCluster?.addons.httpApplicationRouting) {
        yield reportRetirement({
          id: 'RET-HTTPAPPROUTING',
          now: input.now,
          subject: { armId: managedCluster.armId },
          evidence: [
            armEvidence({
              armId: managedCluster.armId,
              field: 'properties.addonProfiles.httpApplicationRouting.enabled',
              value: 'true',
              meaning: 'The add-on is enabled',
            }),
          ],
          message: clause =>
            `Cluster ${clusterName(
              input,
            )} still runs the HTTP application routing add-on, and ${clause}. Move its Ingresses, then disable it.`,
        });
        return;
      }
      for (const controller of controllers) {
        if (controller.system === 'http-application-routing') {
          yield reportRetirement({
            id: 'RET-HTTPAPPROUTING',
            now: input.now,
            subject: controllerSubject(controller),
            evidence: controller.evidence,
            message: clause =>
              `Controller ${controller.name} is of the HTTP application routing add-on, and ${clause}. Move what it serves, then disable the add-on and delete what it leaves.`,
          });
        }
      }
    },
    *service(service, { now }) {
      for (const entry of entryPointsBySystem(
        service,
        'http-application-routing',
      )) {
        yield reportRetirement({
          id: 'RET-HTTPAPPROUTING',
          now,
          subject: entry.resource,
          evidence: entry.evidence,
          message: clause =>
            `${nameOf(entry.resource)} ${
              entry.isProven ? 'is' : 'seems to be'
            } served by the HTTP application routing add-on, and ${clause}: nobody patches what receives its traffic. Move it to the Gateway API of application routing.`,
        });
      }
    },
  },
);
