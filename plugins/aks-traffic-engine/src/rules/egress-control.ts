import { EgressKind } from 'backstage-plugin-aks-traffic-common';
import { ServiceDraft } from '../model/draft';
import { objectEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { isGatewayService } from './gateways/gatewayWorkloads';
import { isSystemNamespace } from './gateways/isManagedByAzure';
import { clusterName, listed } from './messageText';
import { serviceReference } from './serviceReference';

/** Ways out that let everything through. */
const uncontrolled: ReadonlyMap<EgressKind, string> = new Map([
  ['nat-gateway', 'a NAT gateway'],
  ['load-balancer', 'the load balancer'],
  ['instance-public-ip', 'addresses of the nodes'],
  ['static-egress-gateway', 'a static egress gateway'],
  ['default-outbound-access', 'default outbound access'],
]);

/** Clusters whose workloads may call any address of the internet. */
export const egressControl = createRule(
  {
    id: 'egress-control',
    description:
      'Workloads may call any address of the internet: neither an appliance on the way out nor a policy on their pods decides.',
    remediation: {
      summary: 'Decide on the way out, or at the pods.',
      actions: [
        'Route traffic of the subnet to Azure Firewall, and set outbound type userDefinedRouting.',
        'Or deny egress by default in each namespace, and allow named targets; with Advanced Container Networking Services also by FQDN.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster, services } = input.draft;
      const free = services.filter(
        service => isFree(service) && !isGatewayService(service, input),
      );
      if (managedCluster === undefined || free.length === 0) {
        return;
      }
      const ways = [
        ...new Set(
          free.flatMap(({ egress }) =>
            egress.flatMap(({ kind }) => uncontrolled.get(kind) ?? []),
          ),
        ),
      ].sort();
      yield {
        situation: 'found',
        subject: { armId: managedCluster.armId },
        message: `Workloads behind ${free.length} ${
          free.length === 1 ? 'Service' : 'Services'
        } of cluster ${clusterName(
          input,
        )} may call any address of the internet, through ${listed(
          ways,
        )}: whoever takes one over can send out what it knows. Decide on the way out, or at the pods.`,
        evidence: free.map(service =>
          objectEvidence({
            object: serviceReference(service),
            field: 'egress of its pods',
            value: listed(service.egress.map(({ kind }) => kind)),
            meaning: 'Nothing on this way decides about targets',
          }),
        ),
      };
    },
  },
);

/**
 * What a mesh lets out may be limited in a ConfigMap that is not read, so nothing is said of its members; nor of pods
 * whose policies are not known.
 */
function isFree(service: ServiceDraft): boolean {
  const { egress, eastWest, namespace, workloads } = service;
  const isOpenByPolicy =
    ['none', 'allow-all', 'not enforced'].includes(eastWest.networkPolicy) ||
    eastWest.networkPolicy === 'default-deny (ingress)';
  return (
    workloads.length > 0 &&
    !isSystemNamespace(namespace) &&
    eastWest.meshMtls === 'none' &&
    isOpenByPolicy &&
    egress.some(({ kind }) => uncontrolled.has(kind))
  );
}
