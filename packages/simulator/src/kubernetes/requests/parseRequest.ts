/** A request for objects: `verb` is one of RBAC's. */
export interface ResourceRequest {
  type: 'resource';
  verb: string;
  /** The empty string is the core group. */
  group: string;
  version: string;
  /** Plural name. */
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
  query: URLSearchParams;
}

/** A request for anything else: discovery, version, health. */
export interface PathRequest {
  type: 'path';
  verb: string;
  /** Without a trailing slash. */
  path: string;
}

export type KubernetesRequest = ResourceRequest | PathRequest;

/** Sub-paths of a namespace that belong to the namespace object itself. */
const NAMESPACE_SUBRESOURCES = new Set(['status', 'finalize']);

/** Reads method and URL as the API server does; undefined for a URL that cannot be decoded. */
export function parseRequest(
  method: string,
  url: string,
): KubernetesRequest | undefined {
  const [rawPath] = url.split(/[?#]/, 1);
  const parts = decodeParts(rawPath);
  if (!parts) {
    return undefined;
  }
  const query = new URLSearchParams(url.slice(rawPath.length).split('#')[0]);

  if (parts[0] === 'api' && parts.length > 2) {
    return resourceRequest({ method, query, group: '', parts: parts.slice(1) });
  }
  if (parts[0] === 'apis' && parts.length > 3) {
    return resourceRequest({
      method,
      query,
      group: parts[1],
      parts: parts.slice(2),
    });
  }
  return {
    type: 'path',
    verb: method.toLowerCase(),
    path: `/${parts.join('/')}`,
  };
}

function decodeParts(path: string): string[] | undefined {
  try {
    return path
      .split('/')
      .filter(part => part !== '')
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function resourceRequest(options: {
  method: string;
  query: URLSearchParams;
  group: string;
  parts: string[];
}): ResourceRequest {
  const { method, query, group } = options;
  const [version, ...rest] = options.parts;
  let namespace: string | undefined;
  let target = rest;
  if (rest[0] === 'namespaces' && rest.length > 1) {
    namespace = rest[1];
    if (rest.length > 2 && !NAMESPACE_SUBRESOURCES.has(rest[2])) {
      target = rest.slice(2);
    }
  }
  const [resource, name, ...subresource] = target;
  return {
    type: 'resource',
    verb: verbOf({ method, name, query }),
    group,
    version,
    resource,
    ...(subresource.length > 0 && { subresource: subresource.join('/') }),
    ...(namespace !== undefined && { namespace }),
    ...(name !== undefined && { name }),
    query,
  };
}

function verbOf(options: {
  method: string;
  name: string | undefined;
  query: URLSearchParams;
}): string {
  const { method, name, query } = options;
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (name !== undefined) {
        return 'get';
      }
      return readFlag(query, 'watch') ? 'watch' : 'list';
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return name === undefined ? 'deletecollection' : 'delete';
    default:
      return method.toLowerCase();
  }
}

/** A boolean of the query as the API server converts it: anything that is there and not `false` or `0` is true. */
export function readFlag(
  query: URLSearchParams,
  name: string,
): boolean | undefined {
  const value = query.get(name);
  if (value === null) {
    return undefined;
  }
  return value !== '0' && value.toLowerCase() !== 'false';
}
