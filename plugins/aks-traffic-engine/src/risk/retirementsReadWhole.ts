import { IngressSystem } from 'backstage-plugin-aks-traffic-common';
import { ServiceDraft } from '../model/draft';
import { ResolveContext } from '../model/resolveContext';

/** Systems whose retirement depends on what Azure says of them. */
const decidedByAzure: ReadonlySet<IngressSystem> = new Set<IngressSystem>([
  'load-balancer-service',
  'application-gateway-ingress-controller',
]);

/**
 * Whether enough was read to say that nothing a service stands on is being retired, once its ways in and controllers
 * are known: who serves each way in, and the Azure resources that some retirements are about.
 */
export function retirementsReadWhole(
  { entryPoints }: ServiceDraft,
  { armId, managedCluster, azure }: ResolveContext,
): boolean {
  const systems = new Set(
    entryPoints
      .filter(({ attached }) => attached !== false)
      .map(({ system }) => system),
  );
  if (systems.has('unknown')) {
    return false;
  }
  if (
    armId === undefined ||
    ![...systems].some(system => decidedByAzure.has(system))
  ) {
    return true;
  }
  return (
    managedCluster !== undefined &&
    (!systems.has('application-gateway-ingress-controller') ||
      azure.applicationGatewaysOf(managedCluster).length > 0)
  );
}
