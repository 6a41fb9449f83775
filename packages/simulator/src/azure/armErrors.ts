import { Identity } from '../estate/types';
import { jsonReply, Reply } from '../http';

/** An error as Azure Resource Manager words it. */
export function armError(options: {
  status: number;
  code: string;
  message: string;
  headers?: Record<string, string>;
}): Reply {
  const { status, code, message, headers } = options;
  return jsonReply(
    status,
    { error: { code, message } },
    { ...(status === 404 && { 'x-ms-failure-cause': 'gateway' }), ...headers },
  );
}

export function authorizationFailed(options: {
  identity: Identity;
  action: string;
  scope: string;
}): Reply {
  const { identity, action, scope } = options;
  return armError({
    status: 403,
    code: 'AuthorizationFailed',
    message: `The client '${identity.clientId}' with object id '${identity.objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  });
}

export function missingApiVersion(): Reply {
  return armError({
    status: 400,
    code: 'MissingApiVersionParameter',
    message:
      'The api-version query parameter (?api-version=) is required for all requests.',
  });
}

export function pathNotFound(path: string): Reply {
  return armError({
    status: 404,
    code: 'InvalidResourceType',
    message: `The simulator has nothing at '${path}'.`,
  });
}
