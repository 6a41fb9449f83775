import { Exposure } from 'backstage-plugin-aks-traffic-common';
import { PrivateLinkService } from '../azure/facts';
import { ResolveContext } from '../model/resolveContext';
import { KubernetesObject } from '../model/observation';
import { armEvidence, objectEvidence } from '../objects/evidence';
import { annotationOf, namespaceOf } from '../objects/metadata';
import { plainReach, Reach } from './Reach';
import { serviceAnnotations } from './serviceAnnotations';

const privateLinkType = 'microsoft.network/privatelinkservices';
const originType = 'microsoft.cdn/profiles/origingroups/origins';

/**
 * What a private link service on an internal load balancer adds: consumers of private endpoints, and the internet if
 * Front Door is one of them. `undefined` where there is none.
 */
export function privateLinkReach(
  context: ResolveContext,
  service: KubernetesObject,
  addresses: readonly string[],
): Reach | undefined {
  const declared =
    annotationOf(service, serviceAnnotations.privateLinkCreate) === 'true';
  const { azure, managedCluster: cluster } = context;
  const rows = cluster
    ? azure.privateLinkServicesOf({
        cluster,
        namespace: namespaceOf(service),
        service: service.metadata.name,
        frontendIds: addresses
          .flatMap(address => azure.loadBalancerFrontends(address, cluster))
          .flatMap(({ id }) => id ?? []),
      })
    : [];
  if (rows.length > 0) {
    return rowsReach(context, rows);
  }
  return declared ? declaredReach(context, service) : undefined;
}

function declaredReach(
  { azure, index, managedCluster }: ResolveContext,
  service: KubernetesObject,
): Reach {
  const evidence = objectEvidence({
    object: service,
    field: `metadata.annotations["${serviceAnnotations.privateLinkCreate}"]`,
    value: 'true',
    meaning: 'A private link service is asked for on the load balancer.',
  });
  if (index.origin === 'files') {
    return plainReach('private-link', [evidence]);
  }
  // Whether Front Door is behind it can only be seen in Azure.
  return azure.isReadWhole(privateLinkType) &&
    managedCluster?.nodeResourceGroup !== undefined
    ? plainReach('internal', [
        evidence,
        armEvidence({
          armId: managedCluster.armId,
          field: `${privateLinkType} tags.k8s-azure-owner-service`,
          value: undefined,
          meaning: 'No private link service was made for it so far.',
        }),
      ])
    : plainReach('unknown', [
        {
          ...evidence,
          meaning: `${evidence.meaning} Whether it exists, and whether Front Door goes through it, only rows of Azure tell, and not all of them were read.`,
        },
      ]);
}

function rowsReach(
  context: ResolveContext,
  rows: readonly PrivateLinkService[],
): Reach {
  const reaches = rows.map(row => rowReach(context, row));
  return {
    ...plainReach(
      reaches.find(({ exposure }) => exposure === 'public')?.exposure ??
        reaches.find(({ exposure }) => exposure === 'unknown')?.exposure ??
        'private-link',
      reaches.flatMap(({ evidence }) => evidence),
    ),
    capabilities: {
      privateLinkService: rows.map(({ name }) => name).join(', '),
      ...Object.assign({}, ...reaches.map(({ capabilities }) => capabilities)),
    },
  };
}

function rowReach(context: ResolveContext, row: PrivateLinkService): Reach {
  const { azure } = context;
  const own =
    row.ownerService === undefined
      ? armEvidence({
          armId: row.armId,
          field: 'properties.loadBalancerFrontendIpConfigurations[].id',
          value: row.frontendIds.join(', '),
          meaning:
            "Somebody put this private link service on the load balancer's frontend.",
        })
      : armEvidence({
          armId: row.armId,
          field: 'tags.k8s-azure-owner-service',
          value: row.ownerService,
          meaning: 'This private link service was made for the Service.',
        });
  // A connection that is still pending, or was rejected, carries nothing.
  const origins = azure
    .frontDoorOriginsThrough(row.armId)
    .filter(
      ({ privateLinkStatus = 'Approved' }) => privateLinkStatus === 'Approved',
    );
  if (origins.length > 0) {
    return {
      ...plainReach('public', [
        own,
        ...origins.map(({ armId }) =>
          armEvidence({
            armId,
            field: 'properties.sharedPrivateLinkResource.privateLink.id',
            value: row.armId,
            meaning:
              'Front Door goes through the private link service and publishes it to the internet.',
          }),
        ),
      ]),
      capabilities: {
        frontDoor: origins
          .map(
            ({ profileId, name }) =>
              azure.frontDoorProfile(profileId)?.name ?? name,
          )
          .join(', '),
      },
    };
  }
  const exposure = connectionExposure(context, row);
  return plainReach(exposure, [
    own,
    armEvidence({
      armId: row.armId,
      field: 'properties.privateEndpointConnections',
      value: row.connections.map(connection => ({
        endpoint: connection.privateEndpointId,
        status: connection.status,
      })),
      meaning:
        exposure === 'unknown'
          ? 'An approved connection comes from a private endpoint that no row explains: it may be that of a Front Door which was not read, and would then publish the Service.'
          : 'These private endpoints are connected; approved ones reach the Service from their network.',
    }),
  ]);
}

/**
 * A connection from an endpoint that was not read may be Front Door's: it stays unknown as long as not all origins
 * were read, and where its endpoint is in a group of Front Door's own, so that some origin was not seen.
 */
function connectionExposure(
  { azure }: ResolveContext,
  row: PrivateLinkService,
): Exposure {
  const unexplained = row.connections.filter(
    ({ status, privateEndpointId }) =>
      status === 'Approved' &&
      azure.privateEndpoint(privateEndpointId) === undefined,
  );
  const isOpen =
    unexplained.length > 0 &&
    (!azure.isReadWhole(originType) ||
      unexplained.some(({ privateEndpointId = '' }) =>
        /\/resourcegroups\/eafd-/i.test(privateEndpointId),
      ));
  return isOpen ? 'unknown' : 'private-link';
}
