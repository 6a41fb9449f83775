import {
  ArmRef,
  ClusterTraffic,
  EntityTraffic,
  Finding,
  ObjectRef,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { compareFindings } from './risk';

/** The findings that belong to a cluster, told apart by whether they concern the services shown. */
export interface ClusterFindings {
  cluster: string;
  /** About the cluster itself, or about something that the services' traffic passes. */
  relevant: Finding[];
  /** About other controllers and resources of the cluster. */
  others: Finding[];
}

/** The findings of the clusters that hold the services; a cluster without any is left out. */
export function clusterFindings(options: {
  traffic: EntityTraffic;
  services: readonly ServiceTraffic[];
}): ClusterFindings[] {
  const { traffic, services } = options;
  return traffic.clusters.flatMap(cluster => {
    const hosted = services.filter(service => service.cluster === cluster.name);
    if (hosted.length === 0 || cluster.findings.length === 0) {
      return [];
    }
    const passed = passedBy(cluster, hosted);
    const findings = [...cluster.findings].sort(compareFindings);
    const isRelevant = ({ subject }: Finding) => passed.has(keyOf(subject));
    return [
      {
        cluster: cluster.name,
        relevant: findings.filter(isRelevant),
        others: findings.filter(finding => !isRelevant(finding)),
      },
    ];
  });
}

/**
 * Keys of the cluster and of everything that the services' entry points and ways out rest on: the controllers that
 * serve them, and each object that is evidence for a claim.
 */
function passedBy(
  cluster: ClusterTraffic,
  services: readonly ServiceTraffic[],
): ReadonlySet<string> {
  const entryPoints = services.flatMap(service => service.entryPoints);
  const paths = services.flatMap(service => service.egress);
  // Where two controllers share a name the entry point does not tell which it means, so both count.
  const controllers = cluster.controllers.filter(controller =>
    entryPoints.some(
      entryPoint =>
        entryPoint.controller === controller.name &&
        entryPoint.system === controller.system,
    ),
  );
  const objects: (ObjectRef | ArmRef)[] = [
    ...[...entryPoints, ...controllers, ...paths].flatMap(({ evidence }) =>
      evidence.map(({ object }) => object),
    ),
    ...entryPoints.map(({ resource }) => resource),
  ];
  const armIds = [
    cluster.armId,
    ...paths.flatMap(({ hops }) => hops.map(({ armId }) => armId)),
  ];
  return new Set([
    ...objects.map(keyOf),
    ...controllers.map(({ namespace, name }) => nameKey(namespace, name)),
    ...armIds.flatMap(armId => (armId === undefined ? [] : [armKey(armId)])),
  ]);
}

/**
 * A controller's workload, its Service and its pods' disruption budget mostly share a name, and a finding may be about
 * any of them, so that the kind says nothing here.
 */
function keyOf(object: ObjectRef | ArmRef): string {
  return 'armId' in object
    ? armKey(object.armId)
    : nameKey(object.namespace, object.name);
}

function armKey(armId: string): string {
  return armId.toLowerCase();
}

function nameKey(namespace: string | undefined, name: string): string {
  return JSON.stringify([namespace, name]);
}
