import { toError } from '@backstage/errors';
import { withoutCredentials } from 'backstage-plugin-aks-traffic-node';

/**
 * Says in one sentence what went wrong in a request to Azure. Takes only the parts of the SDK's errors that are for
 * people: the errors themselves carry whole requests.
 */
export function describeAzureError(error: unknown): string {
  const { name, message } = toError(error);
  const { statusCode, code } = (error ?? {}) as {
    statusCode?: unknown;
    code?: unknown;
  };
  const text = oneLine(detailOf(error) ?? message);
  // The SDK calls it an unusable credential when Entra ID could not even be asked.
  if (/endpoints_resolution_error|openid_config_error/.test(text)) {
    return `Microsoft Entra ID cannot be reached: ${text}`;
  }
  if (
    name === 'AuthenticationError' ||
    name === 'AuthenticationRequiredError'
  ) {
    return `Microsoft Entra ID gave no token: ${text}`;
  }
  if (
    name === 'CredentialUnavailableError' ||
    name === 'AggregateAuthenticationError' ||
    name === 'ChainedTokenCredentialError'
  ) {
    return `There is no usable Azure credential (aksTraffic.azure.credential): ${text}`;
  }
  if (name === 'AbortError' || name === 'TimeoutError') {
    return 'Azure did not answer in time';
  }
  // The SDK's own words repeat the answer.
  if (code === 'PARSE_ERROR') {
    return 'Azure sent JSON that breaks off or is malformed';
  }
  const what =
    typeof code === 'string' && code ? `${oneLine(code)}: ${text}` : text;
  switch (statusCode) {
    case 401:
      return `Azure does not accept the token (401, ${what})`;
    case 403:
      return `Azure denies the request (403, ${what}): give the identity the role Reader on what is to be read`;
    case 429:
      return `Azure turns requests away as too many (429, ${what})`;
    default:
      return typeof statusCode === 'number'
        ? `Azure failed (${statusCode}, ${what})`
        : `Azure cannot be reached: ${what}`;
  }
}

/**
 * Resource Graph's own message is a time stamp and an id to give to support; what happened is one level further down.
 */
function detailOf(error: unknown): string | undefined {
  const { details } = (error ?? {}) as {
    details?: { error?: { details?: { message?: unknown }[] } };
  };
  const inner = details?.error?.details;
  const message = Array.isArray(inner) ? inner[0]?.message : undefined;
  return typeof message === 'string' && message ? message : undefined;
}

/** Entra ID adds lines of trace ids and time stamps that differ each time. */
function oneLine(message: string): string {
  const text = withoutCredentials(message)
    .split(/\r?\n/)[0]
    .split(/ Trace ID:/)[0]
    .replace(/\btimestamp = \S+ correlationId = \S+/, '')
    .replace(/ - Timestamp: [\d-]+[T ][\d:.]+Z?(?= - )/, '')
    .trim()
    .replace(/[.\s]+$/, '');
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
