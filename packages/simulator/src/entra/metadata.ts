import { jsonReply, Reply } from '../http';
import { AzureContext, AzureRequest } from '../azure/AzureContext';
import { tenantNotFound } from './entraErrors';

/** `/{tenant}/v2.0/.well-known/openid-configuration` */
export function answerOpenIdConfiguration(
  context: AzureContext,
  request: AzureRequest,
): Reply {
  const tenant = request.parameters.get('tenant') ?? '';
  if (tenant !== context.estate.tenantId) {
    return tenantNotFound(tenant, request.now);
  }
  const base = `${request.origin}/${tenant}`;
  return jsonReply(200, {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${base}/v2.0`,
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
  });
}

/** `/common/discovery/instance`, for clients that ask whether an authority can be trusted. */
export function answerInstanceDiscovery(
  context: AzureContext,
  request: AzureRequest,
): Reply {
  const { host } = new URL(request.origin);
  return jsonReply(200, {
    tenant_discovery_endpoint: `${request.origin}/${context.estate.tenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [
      { preferred_network: host, preferred_cache: host, aliases: [host] },
    ],
  });
}

/** `/{tenant}/discovery/v2.0/keys` */
export function answerKeys(context: AzureContext): Reply {
  return jsonReply(200, context.authority.keySet());
}
