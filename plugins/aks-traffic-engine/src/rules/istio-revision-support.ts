import { endOfSupportClause, lifecycleOf } from '../retirements/endOfSupport';
import { findVersionEnd, istioRevisionEnds } from '../retirements/versionEnds';
import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { clusterName } from './messageText';

/** Revisions of the Istio add-on that are out of support, or will be soon. */
export const istioRevisionSupport = createRule(
  {
    id: 'istio-revision-support',
    description:
      'A revision of the Istio add-on is out of support, or will be within a quarter.',
    retirement: 'RET-ISTIO',
    remediation: {
      summary: 'Upgrade the mesh to a supported revision.',
      actions: [
        'Ask for the revisions that this cluster can have: az aks mesh get-upgrades.',
        'Start a canary upgrade, move the namespaces to the new revision label, restart their workloads, complete the upgrade.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster } = input.draft;
      for (const revision of managedCluster?.mesh?.revisions ?? []) {
        const end = findVersionEnd(istioRevisionEnds, revision);
        const lifecycle =
          end === 'before' ? 'ended' : end && lifecycleOf(end, input.now);
        if (
          !managedCluster ||
          !end ||
          !lifecycle ||
          lifecycle === 'announced' ||
          lifecycle === 'undated'
        ) {
          continue;
        }
        const isExpectation = end !== 'before' && end.expected === true;
        yield {
          situation:
            lifecycle === 'ended' && isExpectation
              ? 'probably-ended'
              : lifecycle,
          subject: { armId: managedCluster.armId },
          message: `Cluster ${clusterName(
            input,
          )} runs revision ${revision} of the Istio add-on, whose ${
            end === 'before'
              ? 'support has ended'
              : endOfSupportClause(end, input.now)
          }: it gets no fixes then. Upgrade to one of the newest two revisions.`,
          evidence: [
            armEvidence({
              armId: managedCluster.armId,
              field: 'properties.serviceMeshProfile.istio.revisions',
              value: revision,
              meaning: 'The mesh runs this revision',
            }),
          ],
          ...(end !== 'before' && { deadline: end.date }),
        };
      }
    },
  },
);
