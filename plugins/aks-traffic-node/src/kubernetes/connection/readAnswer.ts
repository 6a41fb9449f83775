import { IncomingHttpHeaders } from 'node:http';
import { KubernetesApiError, KubernetesFailure } from '../KubernetesApiError';
import { withoutCredentials } from '../../withoutCredentials';
import { textProperty } from '../json';
import { parseRetryAfter } from './parseRetryAfter';

/** An answer of an API server, read whole. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/**
 * Turns an answer into the JSON object it carries.
 *
 * @throws KubernetesApiError for every status but 200 and for everything that is not a JSON object.
 */
export function readAnswer(options: {
  answer: Answer;
  cluster: string;
  resource: string;
  /** What the request was signed in with. */
  credential?: 'token' | 'client certificate';
  /** The token that was sent: the server may repeat it. */
  token?: string;
  /** Whether the Kubernetes plugin of Backstage was asked, which may answer in place of the API server. */
  throughPlugin: boolean;
  now: Date;
}): Record<string, unknown> {
  const { answer, cluster, resource, credential = 'token', now } = options;
  const { token, throughPlugin } = options;
  const { status, text } = answer;
  const body = status === 200 ? undefined : objectOf(text);
  const kubernetes = body?.kind === 'Status' ? body : undefined;
  const backstage = throughPlugin ? backstageError(body) : undefined;
  const server =
    backstage === undefined ? 'The API server' : 'The Kubernetes plugin';
  const fail = (
    failure: KubernetesFailure,
    message: string,
    more?: { retryAfterMs?: number; freshContinue?: string; cause?: unknown },
  ) =>
    new KubernetesApiError({
      cluster,
      resource,
      failure,
      message: `${server} ${message}`,
      status,
      byBackstage: backstage !== undefined,
      ...more,
    });

  if (status === 200) {
    return readJson(answer, fail);
  }
  const said = wordsOf(backstage ?? kubernetes, token);
  switch (status) {
    case 401:
      throw fail('unauthorized', `does not accept the ${credential} (401)`);
    case 403:
      throw fail('forbidden', `denies the request (403)${said}`);
    case 404:
      if (backstage) {
        throw fail('refused', `does not know the cluster (404)${said}`);
      }
      // Only in the words of an API server is this a fact about the cluster; whatever stands in front of it, such as
      // the default backend of an ingress controller, says 404 as well.
      throw kubernetes || text.trim() === '404 page not found'
        ? fail('not-found', `does not know ${resource} (404)`)
        : fail('refused', 'does not answer like an API server (404)');
    case 410:
      throw fail('expired', 'let the list expire while it was read (410)', {
        freshContinue: freshContinue(kubernetes),
      });
    case 429:
      throw fail('throttled', 'turns requests away as too many (429)', {
        retryAfterMs: parseRetryAfter(header(answer, 'retry-after'), now),
      });
    default:
  }
  if (status >= 300 && status < 400) {
    throw fail(
      'redirected',
      `answers with a redirect (${status}), which is not followed`,
    );
  }
  if (status >= 500) {
    throw fail('server-error', `failed (${status})${said}`, {
      retryAfterMs: parseRetryAfter(header(answer, 'retry-after'), now),
    });
  }
  throw fail('refused', `refused the request (${status})${said}`);
}

function readJson(
  answer: Answer,
  fail: (
    failure: KubernetesFailure,
    message: string,
    more?: { cause?: unknown },
  ) => KubernetesApiError,
): Record<string, unknown> {
  const { text } = answer;
  const type = header(answer, 'content-type') ?? '';
  if (/^\s*text\/html/i.test(type) || /^\s*</.test(text)) {
    throw fail(
      'not-json',
      'answered with a web page instead of JSON; a proxy or a sign-in page stands between',
    );
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw /^\s*[{[]/.test(text)
      ? fail('cut-off', 'sent JSON that breaks off or is malformed')
      : fail('not-json', 'answered with something that is not JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw fail('wrong-shape', 'answered with JSON that is not an object');
  }
  return body as Record<string, unknown>;
}

function header(answer: Answer, name: string): string | undefined {
  const value = answer.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The error in the answer of a backend of Backstage, as its error handling writes it. */
function backstageError(
  body: Record<string, unknown> | undefined,
): Record<string, unknown> | undefined {
  const error = body?.error;
  return textProperty(error, 'name') !== undefined &&
    textProperty(error, 'message') !== undefined
    ? (error as Record<string, unknown>)
    : undefined;
}

function objectOf(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{')) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wordsOf(
  error: Record<string, unknown> | undefined,
  token: string | undefined,
): string {
  const message = error?.message;
  return typeof message === 'string' && message
    ? `: ${withoutCredentials(message, [token]).slice(0, 300)}`
    : '';
}

function freshContinue(
  status: Record<string, unknown> | undefined,
): string | undefined {
  const metadata = status?.metadata;
  const token =
    typeof metadata === 'object' && metadata !== null
      ? (metadata as Record<string, unknown>).continue
      : undefined;
  return typeof token === 'string' && token !== '' ? token : undefined;
}
