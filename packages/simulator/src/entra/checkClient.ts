import { decodeJwt, JWTPayload } from 'jose';
import { Identity } from '../estate/types';
import { Reply } from '../http';
import { entraError, EntraErrorOptions } from './entraErrors';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const EXCHANGE_AUDIENCE = 'api://AzureADTokenExchange';

export interface CheckClientOptions {
  identities: readonly Identity[];
  tenant: string;
  form: URLSearchParams;
  now: Date;
}

export type ClientCheck =
  | { identity: Identity; refusal?: undefined }
  | { identity?: undefined; refusal: Reply };

/** Checks who asks for a token: by client secret, or by a federated token (workload identity). */
export function checkClient(options: CheckClientOptions): ClientCheck {
  const { identities, tenant, form, now } = options;
  const clientId = form.get('client_id');
  const identity = identities.find(each => each.clientId === clientId);
  if (!identity) {
    return refuse({
      status: 400,
      error: 'unauthorized_client',
      code: 700016,
      message: `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
      now,
    });
  }
  if (form.get('client_assertion_type') === ASSERTION_TYPE) {
    return checkAssertion(identity, form.get('client_assertion') ?? '', now);
  }
  if (
    !identity.clientSecret ||
    form.get('client_secret') !== identity.clientSecret
  ) {
    return refuse({
      status: 401,
      error: 'invalid_client',
      code: 7000215,
      message: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
      now,
    });
  }
  return { identity };
}

/** The assertion's issuer is outside the simulated tenant, so it is its claims that are checked and not its signature. */
function checkAssertion(
  identity: Identity,
  assertion: string,
  now: Date,
): ClientCheck {
  let claims: JWTPayload;
  try {
    claims = decodeJwt(assertion);
  } catch {
    return refuse({
      status: 400,
      error: 'invalid_request',
      code: 50027,
      message: 'JWT token is invalid or malformed.',
      now,
    });
  }
  if (claims.exp !== undefined && claims.exp * 1000 <= now.getTime()) {
    return refuse({
      status: 401,
      error: 'invalid_client',
      code: 700024,
      message: `Client assertion is not within its valid time range. Current time: ${now.toISOString()}, expiry time of assertion ${new Date(
        claims.exp * 1000,
      ).toISOString()}.`,
      now,
    });
  }
  const audiences = [claims.aud].flat();
  if (
    !identity.federatedSubject ||
    claims.sub !== identity.federatedSubject ||
    !audiences.includes(EXCHANGE_AUDIENCE)
  ) {
    return refuse({
      status: 401,
      error: 'invalid_client',
      code: 700213,
      message: `No matching federated identity record found for presented assertion subject '${claims.sub}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.`,
      now,
    });
  }
  return { identity };
}

function refuse(options: EntraErrorOptions): ClientCheck {
  return { refusal: entraError(options) };
}
