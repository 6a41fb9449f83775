import { Identity } from '../estate/types';
import { Reply } from '../http';
import { armError } from './armErrors';
import { AzureContext, AzureRequest } from './AzureContext';

/** Audiences of tokens for Azure Resource Manager, in the forms that it accepts. */
export function managementAudiences(origin: string): string[] {
  const hosts = [
    'https://management.azure.com',
    'https://management.core.windows.net',
    origin,
  ];
  return hosts.flatMap(host => [host, `${host}/`]);
}

export type Authentication =
  | { identity: Identity; refusal?: undefined }
  | { identity?: undefined; refusal: Reply };

/** Finds out who sends a request to Azure Resource Manager. */
export async function authenticate(
  context: AzureContext,
  request: AzureRequest,
): Promise<Authentication> {
  const { estate, authority } = context;
  const token = /^Bearer (\S+)$/i.exec(request.authorization ?? '')?.[1];
  if (!token) {
    return refuse(
      context,
      request,
      'AuthenticationFailed',
      "Authentication failed. The 'Authorization' header is missing.",
    );
  }
  const verified = await authority.verify(token, {
    audience: managementAudiences(request.origin),
    now: request.now,
  });
  if (verified.valid) {
    const identity = estate.identities.find(
      candidate => candidate.clientId === verified.clientId,
    );
    return identity
      ? { identity }
      : refuse(
          context,
          request,
          'InvalidAuthenticationToken',
          'The access token is from an application that is no longer known.',
        );
  }
  switch (verified.reason) {
    case 'expired':
      return refuse(
        context,
        request,
        'ExpiredAuthenticationToken',
        `The access token expiry UTC time is earlier than current UTC time '${request.now.toISOString()}'.`,
      );
    case 'audience':
      return refuse(
        context,
        request,
        'InvalidAuthenticationTokenAudience',
        `The access token has been obtained for wrong audience or resource. It should exactly match with one of the allowed audiences '${managementAudiences(
          request.origin,
        ).join("','")}'.`,
      );
    default:
      return refuse(
        context,
        request,
        'InvalidAuthenticationToken',
        'The access token is invalid.',
      );
  }
}

function refuse(
  { estate }: AzureContext,
  { origin }: AzureRequest,
  code: string,
  message: string,
): Authentication {
  return {
    refusal: armError({
      status: 401,
      code,
      message,
      headers: {
        'www-authenticate': `Bearer authorization_uri="${origin}/${estate.tenantId}", error="invalid_token", error_description="${message}"`,
      },
    }),
  };
}
