import { KubernetesFailure } from '../KubernetesApiError';
import { listProperty, property, textProperty } from '../json';
import { AddressNotAllowedError } from './addressRules';
import { BodyTooLargeError, NotUtf8Error } from './readBody';

const unreachable = new Map([
  ['ECONNREFUSED', 'refused the connection'],
  ['ENOTFOUND', 'has a name that cannot be resolved from here'],
  ['EAI_AGAIN', 'has a name that could not be resolved just now'],
  ['EHOSTUNREACH', 'cannot be routed to from here'],
  ['ENETUNREACH', 'cannot be routed to from here'],
  ['ETIMEDOUT', 'does not answer'],
  ['UND_ERR_CONNECT_TIMEOUT', 'does not answer'],
]);

const timeouts = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/**
 * Says what an error below HTTP means: one from the socket, TLS, or the stream of the body.
 *
 * @returns the failure and a predicate that completes "The API server …".
 */
export function describeFailure(error: unknown): {
  failure: KubernetesFailure;
  what: string;
} {
  if (error instanceof BodyTooLargeError) {
    return {
      failure: 'too-large',
      what: 'sent more than the allowed size in one answer',
    };
  }
  if (error instanceof NotUtf8Error) {
    return { failure: 'not-json', what: 'sent bytes that are not UTF-8 text' };
  }
  if (error instanceof AddressNotAllowedError) {
    return { failure: 'refused', what: error.message };
  }
  const code = codeOf(error);
  const reason = unreachable.get(code);
  if (reason) {
    return { failure: 'unreachable', what: reason };
  }
  if (timeouts.has(code)) {
    return { failure: 'timeout', what: 'did not answer in time' };
  }
  // Alerts are the server's judgement of us; the other TLS errors are ours of the server.
  if (/_ALERT_.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/.test(code)) {
    return {
      failure: 'unauthorized',
      what: `does not accept the client certificate (${code})`,
    };
  }
  if (isCertificateProblem(code)) {
    return {
      failure: 'untrusted',
      what: `showed a certificate that is not trusted (${code})`,
    };
  }
  return {
    failure: 'cut-off',
    what: `broke the connection off before its answer was whole${
      code && ` (${code})`
    }`,
  };
}

/** The first error code along the causes. */
function codeOf(error: unknown): string {
  const code = textProperty(error, 'code');
  if (code !== undefined) {
    return code;
  }
  // Node wraps the failures of the several addresses of one name.
  const inner = property(error, 'cause') ?? listProperty(error, 'errors')[0];
  return inner === undefined ? '' : codeOf(inner);
}

function isCertificateProblem(code: string): boolean {
  return (
    code.startsWith('ERR_TLS_') ||
    code.startsWith('ERR_SSL_') ||
    code.startsWith('CERT_') ||
    code.startsWith('UNABLE_TO_') ||
    code === 'DEPTH_ZERO_SELF_SIGNED_CERT' ||
    code === 'SELF_SIGNED_CERT_IN_CHAIN' ||
    code === 'HOSTNAME_MISMATCH'
  );
}
