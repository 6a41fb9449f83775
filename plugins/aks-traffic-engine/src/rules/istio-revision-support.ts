import { Evidence, Finding } from 'backstage-plugin-aks-traffic-common';
import { AssessmentInput } from '../model/stages';
import { kinds } from '../objects/kinds';
import { labelOf, referenceOf } from '../objects/metadata';
import { endOfSupportClause, lifecycleOf } from '../retirements/endOfSupport';
import { findVersionEnd, istioRevisionEnds } from '../retirements/versionEnds';
import { armEvidence, objectEvidence } from '../objects/evidence';
import {
  addOnPrefix,
  aksIstioNamespace,
  revisionLabel,
} from '../systems/istio/recognizeIstiod';
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
      for (const { revision, subject, evidence } of revisionsOf(input)) {
        const end = findVersionEnd(istioRevisionEnds, revision);
        const lifecycle =
          end === 'before' ? 'ended' : end && lifecycleOf(end, input.now);
        if (
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
          subject,
          message: `Cluster ${clusterName(
            input,
          )} runs revision ${revision} of the Istio add-on, whose ${
            end === 'before'
              ? 'support has ended'
              : endOfSupportClause(end, input.now)
          }: it gets no fixes then. Upgrade to one of the newest two revisions.`,
          evidence: [evidence],
          ...(end !== 'before' && { deadline: end.date }),
        };
      }
    },
  },
);

interface RevisionInUse {
  revision: string;
  subject: Finding['subject'];
  evidence: Evidence;
}

/** The revisions that the cluster's row names; without them, those of the control planes that run. */
function revisionsOf({ draft, index }: AssessmentInput): RevisionInUse[] {
  const { managedCluster } = draft;
  if (managedCluster?.mesh) {
    return managedCluster.mesh.revisions.map(revision => ({
      revision,
      subject: { armId: managedCluster.armId },
      evidence: armEvidence({
        armId: managedCluster.armId,
        field: 'properties.serviceMeshProfile.istio.revisions',
        value: revision,
        meaning: 'The mesh runs this revision',
      }),
    }));
  }
  return index
    .listIn(kinds.deployment, aksIstioNamespace)
    .flatMap(deployment => {
      const revision = labelOf(deployment, revisionLabel);
      return revision?.startsWith(addOnPrefix) &&
        labelOf(deployment, 'app') === 'istiod'
        ? {
            revision,
            subject: referenceOf(deployment),
            evidence: objectEvidence({
              object: deployment,
              field: `metadata.labels["${revisionLabel}"]`,
              value: revision,
              meaning: 'The control plane of the add-on is of this revision',
            }),
          }
        : [];
    });
}
