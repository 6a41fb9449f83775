import { TargetRequirement } from 'backstage-plugin-aks-traffic-common';
import { isAtLeastVersion } from '../../annotations/gatewayApiBundles';
import { ManagedCluster } from '../../azure/facts';
import { armEvidence } from '../../objects/evidence';
import {
  endOfSupportClause,
  lifecycleOf,
} from '../../retirements/endOfSupport';
import {
  findVersionEnd,
  istioRevisionEnds,
} from '../../retirements/versionEnds';
import { requirement } from '../requirement';
import { firstGatewayApiRevision, istioRevisions } from '../targetFacts';
import { ClusterRequirement } from './Requirement';

const id = 'istio-revision';
const source = 'istioSupport';
const needs = `Needs a supported revision of the Istio add-on, asm-1-${firstGatewayApiRevision} or newer`;

/** A revision that is supported: of the add-on as it runs, else of those that the cluster could have. */
export const istioRevision: ClusterRequirement = ({ managedCluster, now }) => {
  if (managedCluster === undefined) {
    return requirement({
      id,
      met: 'unknown',
      message: `${needs}; what the cluster runs was not read.`,
      source,
    });
  }
  return managedCluster.mesh?.mode === 'Istio'
    ? ofRunning(managedCluster, now)
    : ofPossible(managedCluster, now);
};

function ofRunning(
  { armId, mesh }: ManagedCluster,
  now: Date,
): TargetRequirement {
  const revisions = mesh?.revisions ?? [];
  const states = revisions.map(revision => supportOf(revision, now));
  const met = bestOf(states.map(({ supported }) => supported));
  return requirement({
    id,
    met,
    message: `${needs}; ${
      revisions.length === 0
        ? 'what the cluster runs was not read'
        : `the cluster runs ${revisions
            .map(
              (revision, position) => `${revision} (${states[position].text})`,
            )
            .join(', ')}`
    }.`,
    remedy: 'Upgrade the mesh: az aks mesh upgrade.',
    evidence:
      revisions.length === 0
        ? []
        : [
            armEvidence({
              armId,
              field: 'properties.serviceMeshProfile.istio.revisions',
              value: revisions.join(', '),
              meaning: 'The revisions of the add-on in the cluster',
            }),
          ],
    source,
  });
}

/** Which revisions a cluster can have is up to its version. */
function ofPossible(
  { armId, kubernetesVersion }: ManagedCluster,
  now: Date,
): TargetRequirement {
  if (kubernetesVersion === undefined) {
    return requirement({
      id,
      met: 'unknown',
      message: `${needs}; which one the cluster can have depends on its version, which was not read.`,
      source,
    });
  }
  const possible = istioRevisions.filter(
    ({ from, to }) =>
      isAtLeastVersion(kubernetesVersion, from) === true &&
      isAtLeastVersion(to, minorOf(kubernetesVersion)) === true,
  );
  const states = possible.map(({ revision }) => supportOf(revision, now));
  // A version newer than all that is known here has revisions that are not known here either.
  const isNewer =
    isAtLeastVersion(istioRevisions[0].to, minorOf(kubernetesVersion)) !== true;
  const best = bestOf(states.map(({ supported }) => supported));
  return requirement({
    id,
    met: isNewer ? 'unknown' : best,
    message: `${needs}; on AKS ${kubernetesVersion} ${
      possible.length === 0
        ? 'none is known here'
        : `there are ${possible
            .map(
              ({ revision }, position) =>
                `${revision} (${states[position].text})`,
            )
            .join(', ')}`
    }.`,
    evidence: [
      armEvidence({
        armId,
        field: 'properties.currentKubernetesVersion',
        value: kubernetesVersion,
        meaning: 'The version decides which revisions there are.',
      }),
    ],
    source,
  });
}

interface Support {
  supported: boolean | 'unknown';
  text: string;
}

function supportOf(revision: string, now: Date): Support {
  const minor = Number(/^asm-1-(\d{1,4})$/.exec(revision)?.[1]);
  if (minor < firstGatewayApiRevision) {
    return { supported: false, text: 'too old' };
  }
  const end = findVersionEnd(istioRevisionEnds, revision);
  if (end === undefined) {
    return { supported: 'unknown', text: 'not known here' };
  }
  if (end === 'before') {
    return { supported: false, text: 'support has ended' };
  }
  const text = endOfSupportClause(end, now);
  if (lifecycleOf(end, now) !== 'ended') {
    return { supported: true, text };
  }
  return { supported: end.expected ? 'unknown' : false, text };
}

function bestOf(states: readonly Support['supported'][]): Support['supported'] {
  if (states.includes(true)) {
    return true;
  }
  return states.length === 0 || states.includes('unknown') ? 'unknown' : false;
}

function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
