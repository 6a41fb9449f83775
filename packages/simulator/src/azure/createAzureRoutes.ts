import {
  answerClusterUserCredential,
  answerManagedCluster,
  answerManagedClusters,
  answerSubscriptions,
} from '../arm';
import {
  answerInstanceDiscovery,
  answerKeys,
  answerOpenIdConfiguration,
  answerToken,
} from '../entra';
import { Reply, Router } from '../http';
import { createQueryHandler, QuotaSettings } from '../resourceGraph/service';
import { missingApiVersion } from './armErrors';
import { authenticate } from './authenticate';
import {
  AuthenticatedRequest,
  AzureContext,
  AzureRequest,
} from './AzureContext';
import { AzureTarget } from './faultReplies';

export interface AzureRoute {
  target: AzureTarget;
  /** The name that counters and faults have for it. */
  operation: string;
  answer(request: AzureRequest): Reply | Promise<Reply>;
}

const SUBSCRIPTION = '/subscriptions/:subscription';
const GROUP = `${SUBSCRIPTION}/resourceGroups/:group`;
const CLUSTERS = '/providers/Microsoft.ContainerService/managedClusters';

/** Everything that the https origin of the simulated Azure answers. */
export function createAzureRoutes(
  context: AzureContext,
  quota: QuotaSettings,
): Router<AzureRoute> {
  const entra = (
    operation: string,
    answer: (
      context: AzureContext,
      request: AzureRequest,
    ) => Reply | Promise<Reply>,
  ): AzureRoute => ({
    target: 'entra',
    operation,
    answer: request => answer(context, request),
  });
  const arm = (operation: string, answer: ArmAnswer): AzureRoute => ({
    target: 'arm',
    operation,
    answer: request =>
      whenAuthenticated(context, request, (_, authenticated) =>
        request.query.get('api-version')
          ? answer(context, authenticated)
          : missingApiVersion(),
      ),
  });
  const query = createQueryHandler(context, quota);
  const openId = entra('openid-configuration', answerOpenIdConfiguration);
  const clusters = arm('managedClusters', answerManagedClusters);

  return new Router<AzureRoute>()
    .add('GET', '/:tenant/v2.0/.well-known/openid-configuration', openId)
    .add('GET', '/:tenant/.well-known/openid-configuration', openId)
    .add(
      'GET',
      '/common/discovery/instance',
      entra('discovery', answerInstanceDiscovery),
    )
    .add('GET', '/:tenant/discovery/v2.0/keys', entra('keys', answerKeys))
    .add('POST', '/:tenant/oauth2/v2.0/token', entra('token', answerToken))
    .add('GET', '/subscriptions', arm('subscriptions', answerSubscriptions))
    .add('GET', `${SUBSCRIPTION}${CLUSTERS}`, clusters)
    .add('GET', `${GROUP}${CLUSTERS}`, clusters)
    .add(
      'GET',
      `${GROUP}${CLUSTERS}/:name`,
      arm('managedClusters', answerManagedCluster),
    )
    .add(
      'POST',
      `${GROUP}${CLUSTERS}/:name/listClusterUserCredential`,
      arm('listClusterUserCredential', answerClusterUserCredential),
    )
    .add('POST', '/providers/Microsoft.ResourceGraph/resources', {
      target: 'resource-graph',
      operation: 'resources',
      answer: request => whenAuthenticated(context, request, query),
    });
}

type ArmAnswer = (
  context: AzureContext,
  request: AuthenticatedRequest,
) => Reply | Promise<Reply>;

async function whenAuthenticated(
  context: AzureContext,
  request: AzureRequest,
  answer: ArmAnswer,
): Promise<Reply> {
  const { identity, refusal } = await authenticate(context, request);
  return identity ? answer(context, { ...request, identity }) : refusal;
}
