import { KubernetesRequest, ResourceRequest } from '../requests/parseRequest';
import { StatusCause, StatusError } from './StatusError';

export function unauthorized(): StatusError {
  return new StatusError({
    code: 401,
    reason: 'Unauthorized',
    message: 'Unauthorized',
  });
}

export function forbidden(
  request: KubernetesRequest,
  user: string,
): StatusError {
  if (request.type === 'path') {
    return new StatusError({
      code: 403,
      reason: 'Forbidden',
      message: `forbidden: User "${user}" cannot ${request.verb} path "${request.path}"`,
      details: {},
    });
  }
  const { verb, group, resource, subresource, namespace } = request;
  const subject = `${qualified(request)}${
    request.name === undefined ? '' : ` "${request.name}"`
  }`;
  const full =
    subresource === undefined ? resource : `${resource}/${subresource}`;
  const scope =
    namespace === undefined
      ? 'at the cluster scope'
      : `in the namespace "${namespace}"`;
  return new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: `${subject} is forbidden: User "${user}" cannot ${verb} resource "${full}" in API group "${group}" ${scope}`,
    details: detailsOf(request),
  });
}

export function notFound(request: ResourceRequest): StatusError {
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: `${qualified(request)} "${request.name}" not found`,
    details: detailsOf(request),
  });
}

export function methodNotAllowed(): StatusError {
  return new StatusError({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });
}

export function notAcceptable(): StatusError {
  return new StatusError({
    code: 406,
    reason: 'NotAcceptable',
    message: 'only the following media types are accepted: application/json',
  });
}

export function badRequest(message: string): StatusError {
  return new StatusError({ code: 400, reason: 'BadRequest', message });
}

/** List options that contradict each other. */
export function invalidListOptions(causes: StatusCause[]): StatusError {
  const problems = causes.map(({ field, message }) => `${field}: ${message}`);
  return new StatusError({
    code: 422,
    reason: 'Invalid',
    message: `ListOptions.meta.k8s.io "" is invalid: ${
      problems.length === 1 ? problems[0] : `[${problems.join(', ')}]`
    }`,
    details: { group: 'meta.k8s.io', kind: 'ListOptions', causes },
  });
}

export function expired(message: string, continueWith?: string): StatusError {
  return new StatusError({
    code: 410,
    reason: 'Expired',
    message,
    continueWith,
  });
}

export function versionTooLarge(
  requested: number,
  current: number,
): StatusError {
  return new StatusError({
    code: 504,
    reason: 'Timeout',
    message: `Timeout: Too large resource version: ${requested}, current: ${current}`,
    details: {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  });
}

/** A failure of the server itself. */
export function serverFailure(code: number): StatusError {
  switch (code) {
    case 503:
      return new StatusError({
        code,
        reason: 'ServiceUnavailable',
        message: 'the server is currently unable to handle the request',
      });
    case 504:
      return new StatusError({
        code,
        reason: 'Timeout',
        message:
          'the server was unable to return a response in the time allotted, but may still be processing the request',
      });
    default:
      return new StatusError({
        code,
        reason: 'InternalError',
        message: 'Internal error occurred: etcdserver: request timed out',
        details: {
          causes: [
            {
              reason: 'UnexpectedServerResponse',
              message: 'etcdserver: request timed out',
            },
          ],
        },
      });
  }
}

function qualified({ group, resource }: ResourceRequest): string {
  return group === '' ? resource : `${resource}.${group}`;
}

function detailsOf({ name, group, resource }: ResourceRequest) {
  return {
    ...(name !== undefined && { name }),
    ...(group !== '' && { group }),
    kind: resource,
  };
}
