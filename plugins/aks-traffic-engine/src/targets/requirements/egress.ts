import { TargetRequirement } from 'backstage-plugin-aks-traffic-common';
import { ManagedCluster } from '../../azure/facts';
import { armEvidence } from '../../objects/evidence';
import { requirement } from '../requirement';
import { ClusterRequirement } from './Requirement';

/** Policies by the names of hosts are carried out by the data plane that AKS calls Azure CNI Powered by Cilium. */
export const ciliumDataplane: ClusterRequirement = ({ managedCluster }) => {
  const dataplane = managedCluster?.network?.dataplane;
  return comparison({
    id: 'cilium-dataplane',
    needs: 'Needs Azure CNI Powered by Cilium',
    managedCluster,
    met: dataplane?.toLowerCase() === 'cilium',
    has: `the data plane of the cluster is ${dataplane ?? 'another'}`,
    remedy:
      'Change the data plane: az aks update --network-dataplane cilium, which puts new images on all nodes.',
    field: 'properties.networkProfile.networkDataplane',
    value: dataplane,
  });
};

/** And only with the advanced network policies of Advanced Container Networking Services. */
export const hostNamePolicies: ClusterRequirement = ({ managedCluster }) => {
  const policies = managedCluster?.network?.advancedNetworkPolicies;
  return comparison({
    id: 'host-name-policies',
    needs:
      'Needs Advanced Container Networking Services with advanced network policies FQDN or L7',
    managedCluster,
    met: ['FQDN', 'L7'].includes(policies?.toUpperCase() ?? ''),
    has: `in the cluster they are ${policies ?? 'off'}`,
    remedy:
      'Switch them on: az aks update --enable-acns --acns-advanced-networkpolicies FQDN.',
    field:
      'properties.networkProfile.advancedNetworking.security.advancedNetworkPolicies',
    value: policies,
  });
};

/** A fixed address comes from nodes of their own, behind an add-on. */
export const staticEgress: ClusterRequirement = ({ managedCluster }) => {
  const isOn = managedCluster?.network?.staticEgressGateway;
  return comparison({
    id: 'static-egress-gateway',
    needs: 'Needs the Static Egress Gateway',
    managedCluster,
    met: isOn === true,
    has: `in the cluster it is ${isOn === true ? 'on' : 'off'}`,
    remedy:
      'Switch it on and add a node pool of mode Gateway: az aks update --enable-static-egress-gateway.',
    field: 'properties.networkProfile.staticEgressGatewayProfile.enabled',
    value: isOn === undefined ? undefined : String(isOn),
  });
};

function comparison(options: {
  id: string;
  needs: string;
  managedCluster: ManagedCluster | undefined;
  met: boolean;
  has: string;
  remedy: string;
  field: string;
  value: string | undefined;
}): TargetRequirement {
  const { id, needs, managedCluster, met, has, remedy, field, value } = options;
  const source = id === 'static-egress-gateway' ? 'staticEgress' : 'hostNames';
  return managedCluster?.network === undefined
    ? requirement({
        id,
        met: 'unknown',
        message: `${needs}; what the cluster has was not read.`,
        source,
      })
    : requirement({
        id,
        met,
        message: `${needs}; ${has}.`,
        remedy,
        evidence: [
          armEvidence({
            armId: managedCluster.armId,
            field,
            value,
            meaning: 'What the cluster has of it',
          }),
        ],
        source,
      });
}
