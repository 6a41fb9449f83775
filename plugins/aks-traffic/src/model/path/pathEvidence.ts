import {
  EgressHop,
  EgressPath,
  EntryPoint,
  Evidence,
} from 'backstage-plugin-aks-traffic-common';
import { evidenceFor } from '../evidence';
import { PublisherKind, publishersOf } from '../publishers';

/** Steps of a way in that evidence can be about. */
export type EntryStep =
  | 'client'
  | PublisherKind
  | 'address'
  | 'controller'
  | 'route';

/** Steps of a way out that evidence can be about, other than its hops. */
export type EgressStep = 'workload' | 'pool' | 'outside';

const publishers: Readonly<Record<PublisherKind, RegExp>> = {
  'front-door': /\/microsoft\.cdn\/|\/microsoft\.network\/frontdoors\//i,
  'application-gateway': /\/applicationGateways\//i,
  'azure-firewall': /\/(azureFirewalls|firewallPolicies)\//i,
  'private-link-service': /\/(privateLinkServices|privateEndpoints)\//i,
};
const publicAddresses = /\/(publicIPAddresses|publicIPPrefixes)\//i;
const workloadKinds = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
  'CronJob',
  'Pod',
]);

/**
 * The evidence of a way in by the step it is about. A step that none is about is given all that answers its question,
 * so that no step stands there without any while there is some.
 */
export function entryEvidence(
  entryPoint: EntryPoint,
): Readonly<Record<EntryStep, Evidence[]>> {
  const reach = evidenceFor('exposure', entryPoint.evidence);
  const serving = evidenceFor('system', entryPoint.evidence);
  const isPublisher = (item: Evidence) =>
    publishersOf(entryPoint).some(({ kind }) =>
      isAbout(item, publishers[kind]),
    );
  const publishing = (kind: PublisherKind) =>
    some(reach, item => isAbout(item, publishers[kind]));
  const isRoute = (item: Evidence) => isObject(item, entryPoint.resource);
  return {
    client: reach,
    'front-door': publishing('front-door'),
    'application-gateway': publishing('application-gateway'),
    'azure-firewall': publishing('azure-firewall'),
    'private-link-service': publishing('private-link-service'),
    address: some(reach, item => !isPublisher(item)),
    controller: some(serving, item => !isRoute(item)),
    route: some(serving, isRoute),
  };
}

/** The evidence of ways out that is about one of their steps. */
export function evidenceAbout(
  step: EgressStep,
  paths: readonly EgressPath[],
): Evidence[] {
  return paths.flatMap(path => {
    const found = path.evidence.filter(item => stepOf(item, path) === step);
    return found.length > 0 || step === 'workload' ? found : path.evidence;
  });
}

/** The evidence of a way out that is about one of its hops; all of it where none is. */
export function hopEvidence(hop: EgressHop, path: EgressPath): Evidence[] {
  return some(path.evidence, item => isHop(item, hop));
}

function stepOf(item: Evidence, path: EgressPath): EgressStep | 'hop' {
  if (path.hops.some(hop => isHop(item, hop))) {
    return 'hop';
  }
  if (isAbout(item, publicAddresses)) {
    return 'outside';
  }
  return !('armId' in item.object) && workloadKinds.has(item.object.kind)
    ? 'workload'
    : 'pool';
}

function isHop({ object }: Evidence, { armId }: EgressHop): boolean {
  return (
    'armId' in object &&
    armId !== undefined &&
    object.armId.toLowerCase() === armId.toLowerCase()
  );
}

function isAbout({ object }: Evidence, resources: RegExp): boolean {
  return 'armId' in object && resources.test(object.armId);
}

function isObject(
  { object }: Evidence,
  reference: EntryPoint['resource'],
): boolean {
  return (
    !('armId' in object) &&
    object.kind === reference.kind &&
    object.namespace === reference.namespace &&
    object.name === reference.name
  );
}

function some(
  evidence: readonly Evidence[],
  condition: (item: Evidence) => boolean,
): Evidence[] {
  const found = evidence.filter(condition);
  return found.length > 0 ? found : [...evidence];
}
