import { ArmResource, Identity } from '../estate/types';
import { jsonReply, Reply } from '../http';
import { armError, authorizationFailed } from '../azure/armErrors';
import { AuthenticatedRequest, AzureContext } from '../azure/AzureContext';
import { mayReadSubscription } from '../azure/mayReadSubscription';

const TYPE = 'microsoft.containerservice/managedclusters';
const READ = 'Microsoft.ContainerService/managedClusters/read';

/** `GET …/managedClusters` of a subscription or a resource group. */
export function answerManagedClusters(
  context: AzureContext,
  request: AuthenticatedRequest,
): Reply {
  const refusal = checkScope({ context, request, action: READ });
  if (refusal) {
    return refusal;
  }
  const group = request.parameters.get('group')?.toLowerCase();
  const clusters = clustersOf(context, request).filter(
    resource =>
      group === undefined || resource.resourceGroup.toLowerCase() === group,
  );
  return jsonReply(200, { value: clusters.map(toArmShape) });
}

/** `GET …/managedClusters/{name}` */
export function answerManagedCluster(
  context: AzureContext,
  request: AuthenticatedRequest,
): Reply {
  const found = findManagedCluster({ context, request, action: READ });
  return found.refusal ?? jsonReply(200, toArmShape(found.resource));
}

export type ManagedClusterLookup =
  | { resource: ArmResource; refusal?: undefined }
  | { resource?: undefined; refusal: Reply };

/** The cluster that a request's path names, or the reason why it is not shown. */
export function findManagedCluster(options: {
  context: AzureContext;
  request: AuthenticatedRequest;
  action: string;
}): ManagedClusterLookup {
  const { context, request } = options;
  const refusal = checkScope(options);
  if (refusal) {
    return { refusal };
  }
  const group = request.parameters.get('group') ?? '';
  const name = request.parameters.get('name') ?? '';
  const resource = clustersOf(context, request).find(
    candidate =>
      candidate.resourceGroup.toLowerCase() === group.toLowerCase() &&
      candidate.name.toLowerCase() === name.toLowerCase(),
  );
  return resource
    ? { resource }
    : {
        refusal: armError({
          status: 404,
          code: 'ResourceNotFound',
          message: `The Resource 'Microsoft.ContainerService/managedClusters/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
        }),
      };
}

function checkScope(options: {
  context: AzureContext;
  request: AuthenticatedRequest;
  action: string;
}): Reply | undefined {
  const { context, request, action } = options;
  const subscription = request.parameters.get('subscription') ?? '';
  if (!context.estate.subscriptions.some(({ id }) => id === subscription)) {
    return armError({
      status: 404,
      code: 'SubscriptionNotFound',
      message: `The subscription '${subscription}' could not be found.`,
    });
  }
  return mayReadSubscription(request.identity, subscription)
    ? undefined
    : authorizationFailed({
        identity: request.identity,
        action,
        scope: scopeOf(request),
      });
}

function scopeOf({ parameters }: AuthenticatedRequest): string {
  const group = parameters.get('group');
  const name = parameters.get('name');
  return [
    `/subscriptions/${parameters.get('subscription')}`,
    ...(group ? [`resourceGroups/${group}`] : []),
    'providers/Microsoft.ContainerService',
    ...(name ? [`managedClusters/${name}`] : []),
  ].join('/');
}

function clustersOf(
  { estate }: AzureContext,
  { parameters }: AuthenticatedRequest,
): ArmResource[] {
  return estate.resources.filter(
    resource =>
      resource.type.toLowerCase() === TYPE &&
      resource.subscriptionId === parameters.get('subscription'),
  );
}

/** The estate has the rows of Resource Graph, which takes the id apart and lower-cases the type. */
function toArmShape(resource: ArmResource): Record<string, unknown> {
  const { tenantId, subscriptionId, resourceGroup, ...rest } = resource;
  return { ...rest, type: 'Microsoft.ContainerService/ManagedClusters' };
}

export function mayListCredentials(identity: Identity, name: string): boolean {
  return (
    identity.mayListCredentials === 'all' ||
    identity.mayListCredentials.includes(name)
  );
}
