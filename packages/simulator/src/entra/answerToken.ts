import { jsonReply, Reply } from '../http';
import { managementAudiences } from '../azure/authenticate';
import { AzureContext, AzureRequest } from '../azure/AzureContext';
import { checkClient } from './checkClient';
import { entraError, tenantNotFound } from './entraErrors';
import { AKS_SERVER_APPLICATION } from './tokens';

/** `/{tenant}/oauth2/v2.0/token` with the grant `client_credentials`. */
export async function answerToken(
  context: AzureContext,
  request: AzureRequest,
): Promise<Reply> {
  const { now } = request;
  const tenant = request.parameters.get('tenant') ?? '';
  if (tenant !== context.estate.tenantId) {
    return tenantNotFound(tenant, now);
  }
  const form = new URLSearchParams(request.body);
  for (const name of ['grant_type', 'client_id', 'scope']) {
    if (!form.get(name)) {
      return entraError({
        status: 400,
        error: 'invalid_request',
        code: 900144,
        message: `The request body must contain the following parameter: '${name}'.`,
        now,
      });
    }
  }
  if (form.get('grant_type') !== 'client_credentials') {
    return entraError({
      status: 400,
      error: 'unsupported_grant_type',
      code: 70003,
      message: `The app requested an unsupported grant type '${form.get(
        'grant_type',
      )}'.`,
      now,
    });
  }
  const { identity, refusal } = checkClient({
    identities: context.estate.identities,
    tenant,
    form,
    now,
  });
  if (!identity) {
    return refusal;
  }
  const audience = readAudience(form.get('scope') ?? '', request.origin);
  if (!audience) {
    return entraError({
      status: 400,
      error: 'invalid_resource',
      code: 500011,
      message: `The resource principal for the scope '${form.get(
        'scope',
      )}' was not found in the tenant named ${context.estate.name}.`,
      now,
    });
  }
  const { token, expiresInSeconds } = await context.authority.issue({
    identity,
    audience,
  });
  return jsonReply(
    200,
    {
      token_type: 'Bearer',
      expires_in: expiresInSeconds,
      ext_expires_in: expiresInSeconds,
      access_token: token,
    },
    { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' },
  );
}

/** A scope of this grant is a resource and `/.default`. MSAL adds scopes of its own, which are passed over. */
function readAudience(scope: string, origin: string): string | undefined {
  for (const part of scope.split(' ')) {
    const resource = /^(.+)\/\.default$/.exec(part)?.[1];
    if (resource === AKS_SERVER_APPLICATION) {
      return resource;
    }
    if (resource && managementAudiences(origin).includes(resource)) {
      return resource;
    }
  }
  return undefined;
}
