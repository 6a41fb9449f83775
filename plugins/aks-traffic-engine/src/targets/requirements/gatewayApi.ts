import { requirement } from '../requirement';
import { ClusterRequirement } from './Requirement';

const enable = 'az aks update --enable-gateway-api';

/** The resources of the Gateway API as AKS installs them: others are not supported with its own implementations. */
export const managedGatewayApi: ClusterRequirement = ({ gatewayApi }) => {
  const { managed, installed } = gatewayApi;
  const others =
    managed.holds === false && installed.holds === true
      ? ' Those that are there are not from AKS; it takes them over if they are of the standard channel and of the version that belongs to the cluster.'
      : '';
  return requirement({
    id: 'managed-gateway-api',
    met: managed.holds,
    message: `Needs the managed Gateway API, ${
      managed.holds === 'unknown'
        ? 'of which nothing was read'
        : `which the cluster ${managed.holds ? 'has' : 'does not have'}`
    }.${others}`,
    remedy: `Enable it: ${enable}.`,
    evidence: managed.evidence,
    source: 'managedGatewayApi',
  });
};

/** The resources of the Gateway API, whoever installed them. */
export const gatewayApiResources: ClusterRequirement = ({ gatewayApi }) => {
  const { holds, evidence } = gatewayApi.installed;
  return requirement({
    id: 'gateway-api',
    met: holds,
    message: `Needs the resources of the Gateway API, ${
      holds === 'unknown'
        ? 'of which nothing was read'
        : `which the cluster ${holds ? 'has' : 'does not have'}`
    }.`,
    remedy: `Enable them with the add-on, or have the ALB Controller's chart install them: ${enable}.`,
    evidence,
    source: 'albAddon',
  });
};
