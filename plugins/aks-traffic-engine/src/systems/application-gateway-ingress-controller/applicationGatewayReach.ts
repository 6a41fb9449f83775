import { ApplicationGateway } from '../../azure/facts';
import { forwardedReach } from '../../exposure/forwarders/forwardedReach';
import { joinDeclared } from '../../exposure/joinDeclared';
import { observedAddresses } from '../../exposure/observedAddresses';
import { combineReach, plainReach, Reach } from '../../exposure/Reach';
import { ResolveContext } from '../../model/resolveContext';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { annotationOf } from '../../objects/metadata';
import { serviceAddresses } from '../../objects/serviceAddresses';
import { IngressInput } from '../SystemDefinition';

const privateAnnotation = 'appgw.ingress.kubernetes.io/use-private-ip';

/**
 * From where an Ingress on an Application Gateway can be reached. Without the annotation the controller's own switch
 * decides, which is not read: then the address does.
 */
export function applicationGatewayReach({
  context,
  ingress,
}: IngressInput): Reach {
  const value = annotationOf(ingress, privateAnnotation);
  const evidence = objectEvidence({
    object: ingress,
    field: `metadata.annotations["${privateAnnotation}"]`,
    value,
    meaning:
      value === 'true'
        ? 'The Ingress asks for the private frontend.'
        : 'The Ingress does not ask for the private frontend; the default is the public one.',
  });
  const addresses = serviceAddresses(ingress);
  const undecided = addresses.length > 0 ? 'unknown' : 'public';
  const reach = joinDeclared({
    object: ingress,
    origin: context.index.origin,
    declared: plainReach(value === 'true' ? 'internal' : undecided, [evidence]),
    observed: observedAddresses({
      context,
      object: ingress,
      field: 'status.loadBalancer.ingress[]',
      addresses,
    }),
  });
  const forwarded =
    reach.exposure === 'internal'
      ? forwardedReach(context, addresses)
      : undefined;
  const whole = forwarded ? combineReach([reach, forwarded]) : reach;
  return {
    ...whole,
    evidence: [
      ...whole.evidence,
      ...gatewaysOf(context, addresses).map(frontendEvidence),
    ],
  };
}

/** The controller leaves out an Ingress that asks for a private frontend its gateway does not have. */
export function missingPrivateFrontend({
  context,
  ingress,
}: IngressInput): string | undefined {
  if (annotationOf(ingress, privateAnnotation) !== 'true') {
    return undefined;
  }
  const gateways = gatewaysOf(context, serviceAddresses(ingress));
  // Every gateway has a frontend: a row without one does not tell them.
  const without =
    gateways.length > 0 &&
    gateways.every(
      ({ frontends }) =>
        frontends.length > 0 &&
        frontends.every(({ privateAddress }) => privateAddress === undefined),
    );
  return without
    ? `it asks for a private frontend, and Application Gateway ${gateways[0].name} has none, so the controller ignores it`
    : undefined;
}

/** The gateways an Ingress is on: by its address, else those of the cluster. */
export function gatewaysOf(
  { azure, managedCluster }: ResolveContext,
  addresses: readonly string[],
): readonly ApplicationGateway[] {
  const own = managedCluster ? azure.applicationGatewaysOf(managedCluster) : [];
  // Private addresses repeat across networks: an own gateway with the address goes before a stranger's.
  const byAddress = addresses.flatMap(address => {
    const found = own.find(({ frontends }) =>
      frontends.some(
        frontend =>
          frontend.privateAddress === address ||
          frontend.publicAddress === address,
      ),
    );
    return found ?? azure.applicationGatewayByAddress(address) ?? [];
  });
  return byAddress.length > 0 ? [...new Set(byAddress)] : own;
}

function frontendEvidence(gateway: ApplicationGateway) {
  const frontends = gateway.frontends.map(
    ({ publicIpId, publicAddress, privateAddress, name }) =>
      publicIpId === undefined
        ? `private ${privateAddress ?? name}`
        : `public ${publicAddress ?? name}`,
  );
  return armEvidence({
    armId: gateway.armId,
    field: 'properties.frontendIPConfigurations[]',
    value: frontends.join(', '),
    meaning: 'The frontends that the Application Gateway has.',
  });
}
