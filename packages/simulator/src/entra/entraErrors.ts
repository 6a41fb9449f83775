import { randomUUID } from 'node:crypto';
import { jsonReply, Reply } from '../http';

export interface EntraErrorOptions {
  status: number;
  /** OAuth's word for it. */
  error: string;
  /** The number behind `AADSTS`. */
  code: number;
  message: string;
  now: Date;
  headers?: Record<string, string>;
}

/** An error as Entra ID's token endpoint words it. */
export function entraError(options: EntraErrorOptions): Reply {
  const { status, error, code, message, now, headers } = options;
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return jsonReply(
    status,
    {
      error,
      error_description: `AADSTS${code}: ${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    },
    headers,
  );
}

export function tenantNotFound(tenant: string, now: Date): Reply {
  return entraError({
    status: 400,
    error: 'invalid_request',
    code: 90002,
    message: `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    now,
  });
}
