import { Exposure } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { ResolveContext } from '../model/resolveContext';
import { addressKey } from '../azure/addressKey';
import { armEvidence, objectEvidence } from '../objects/evidence';
import { textField, textListField } from '../objects/field';
import { annotationOf, namespaceOf } from '../objects/metadata';
import { serviceAddresses } from '../objects/serviceAddresses';
import { forwardedReach } from './forwarders/forwardedReach';
import { joinDeclared } from './joinDeclared';
import { loadBalancerCapabilities } from './loadBalancerCapabilities';
import { nodeReach } from './nodeReach';
import { ObservedAddress, observedAddresses } from './observedAddresses';
import { privateLinkReach } from './privateLinkReach';
import { combineReach, plainReach, Reach } from './Reach';
import { serviceAnnotations } from './serviceAnnotations';

/** From where a Service's own type lets traffic in; `cluster-only` for one that has only a cluster address. */
export function serviceReach(
  context: ResolveContext,
  service: KubernetesObject,
): Reach {
  switch (textField(service, 'spec.type')) {
    case 'LoadBalancer':
      return loadBalancerReach(context, service);
    case 'NodePort':
      return combineReach([
        plainReach('node-port', [
          objectEvidence({
            object: service,
            field: 'spec.type',
            value: 'NodePort',
            meaning: 'The Service listens on a port of every node.',
          }),
        ]),
        nodeReach(context),
      ]);
    default:
      return plainReach('cluster-only', [
        objectEvidence({
          object: service,
          field: 'spec.type',
          value: textField(service, 'spec.type'),
          meaning: 'The Service has an address inside the cluster only.',
        }),
      ]);
  }
}

/** The reach of `spec.externalIPs`, which nodes accept traffic for; `undefined` where there are none. */
export function externalIpsReach(
  context: ResolveContext,
  service: KubernetesObject,
): Reach | undefined {
  const addresses = textListField(service, 'spec.externalIPs');
  if (addresses.length === 0) {
    return undefined;
  }
  const observed = observedAddresses({
    context,
    object: service,
    field: 'spec.externalIPs[]',
    addresses,
  });
  return {
    ...combineReach(
      observed.map(({ exposure, evidence }) => plainReach(exposure, evidence)),
    ),
    addresses,
    capabilities: { externalIps: true },
  };
}

function loadBalancerReach(
  context: ResolveContext,
  service: KubernetesObject,
): Reach {
  const className = textField(service, 'spec.loadBalancerClass');
  const addresses = serviceAddresses(service);
  const observed = [
    ...observedAddresses({
      context,
      object: service,
      field: 'status.loadBalancer.ingress[]',
      addresses,
    }),
    ...addressesInAzure(context, service, addresses),
  ];
  const joined = joinDeclared({
    object: service,
    origin: context.index.origin,
    declared:
      className === undefined
        ? declaredReach(service)
        : plainReach('unknown', [
            objectEvidence({
              object: service,
              field: 'spec.loadBalancerClass',
              value: className,
              meaning:
                'Another controller than the Azure cloud provider makes this load balancer.',
            }),
          ]),
    observed,
  });
  const additional = additionalPublicIps(service);
  const publishers =
    joined.exposure === 'internal'
      ? [
          privateLinkReach(context, service, addresses),
          forwardedReach(context, addresses),
        ]
      : [];
  const reach = combineReach(
    [joined, additional, ...publishers].filter(each => each !== undefined),
  );
  return {
    ...reach,
    capabilities: {
      ...loadBalancerCapabilities(service),
      ...frontDoorCapability(context, addresses),
      ...reach.capabilities,
    },
  };
}

/** Addresses that Azure has for the Service and its status does not name: not yet, or files never do. */
function addressesInAzure(
  { azure, managedCluster }: ResolveContext,
  service: KubernetesObject,
  known: readonly string[],
): ObservedAddress[] {
  if (managedCluster === undefined) {
    return [];
  }
  const keys = new Set(known.map(addressKey));
  return azure
    .publicIpsOfService({
      cluster: managedCluster,
      namespace: namespaceOf(service),
      service: service.metadata.name,
    })
    .flatMap(({ armId, address, serviceOwners }) =>
      address === undefined || keys.has(addressKey(address))
        ? []
        : {
            address,
            exposure: 'public',
            evidence: [
              armEvidence({
                armId,
                field: 'tags.k8s-azure-service',
                value: serviceOwners.join(', '),
                meaning: `The load balancer has the public address ${address} for this Service.`,
              }),
            ],
          },
    );
}

/** The cloud provider compares with exactly `true`: anything else gives a public load balancer. */
function declaredReach(service: KubernetesObject): Reach {
  const value = annotationOf(service, serviceAnnotations.internal);
  const exposure: Exposure = value === 'true' ? 'internal' : 'public';
  const meanings = {
    internal: 'An internal load balancer is asked for.',
    public:
      value === undefined
        ? 'Without the annotation the load balancer is public.'
        : 'Only the exact value "true" asks for an internal load balancer; this one is public.',
  };
  return plainReach(exposure, [
    objectEvidence({
      object: service,
      field: `metadata.annotations["${serviceAnnotations.internal}"]`,
      value,
      meaning: meanings[exposure],
    }),
  ]);
}

function additionalPublicIps(service: KubernetesObject): Reach | undefined {
  const value = annotationOf(service, serviceAnnotations.additionalPublicIps);
  return value === undefined
    ? undefined
    : {
        ...plainReach('public', [
          objectEvidence({
            object: service,
            field: `metadata.annotations["${serviceAnnotations.additionalPublicIps}"]`,
            value,
            meaning:
              'The Service also answers at these public addresses, which its load balancer does not show.',
          }),
        ]),
        addresses: value
          .split(',')
          .map(address => address.trim())
          .filter(address => address !== ''),
      };
}

function frontDoorCapability(
  { azure }: ResolveContext,
  addresses: readonly string[],
): { frontDoor?: string } {
  const names = addresses.flatMap(address =>
    azure
      .frontDoorOriginsAt(address)
      .map(
        ({ profileId, name }) =>
          azure.frontDoorProfile(profileId)?.name ?? name,
      ),
  );
  return names.length > 0 ? { frontDoor: [...new Set(names)].join(', ') } : {};
}
