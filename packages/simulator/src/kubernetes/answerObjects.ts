import { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiResource } from '../estate/types';
import { Reply } from '../http';
import { ClusterContext } from './ClusterContext';
import { listObjects } from './list/listObjects';
import { negotiateObjects, Representation } from './requests/negotiate';
import { parseListOptions } from './requests/parseListOptions';
import { ResourceRequest } from './requests/parseRequest';
import { methodNotAllowed, notAcceptable, notFound } from './status/refusals';
import { apiReply, pageNotFoundReply } from './status/StatusError';
import { tableOf } from './store/ClusterObjects';
import { watchObjects } from './watch/watchObjects';

export interface AnswerObjectsOptions {
  context: ClusterContext;
  target: ResourceRequest;
  request: IncomingMessage;
  response: ServerResponse;
  /** A fault wants the next page refused. */
  forceExpired: boolean;
}

/** Answers an allowed request for objects. Undefined when the answer is a stream that has begun. */
export function answerObjects(
  options: AnswerObjectsOptions,
): Reply | undefined {
  const { context, target, request, response, forceExpired } = options;
  const api = context.catalog.find(target);
  if (!api || !isServed(api, target)) {
    return pageNotFoundReply();
  }
  const { verb } = target;
  if (verb !== 'get' && verb !== 'list' && verb !== 'watch') {
    throw methodNotAllowed();
  }
  const representation = negotiateObjects(request.headers.accept, verb);
  if (!representation) {
    throw notAcceptable();
  }
  if (verb === 'get') {
    return apiReply(200, readObject({ context, api, target, representation }));
  }
  const common = {
    store: context.store,
    api,
    namespace: target.namespace,
    list: parseListOptions(target.query, verb),
    representation,
  };
  if (verb === 'list') {
    return apiReply(200, listObjects({ ...common, forceExpired }));
  }
  watchObjects({
    ...common,
    bookmarkIntervalMs: context.bookmarkIntervalMs,
    watches: context.watches,
    response,
  });
  return undefined;
}

/** Whether there is such a path at all. */
function isServed(api: ApiResource, target: ResourceRequest): boolean {
  const { resource, namespace, name, subresource } = target;
  if (subresource !== undefined && subresource !== 'status') {
    return false;
  }
  if (!api.namespaced) {
    return (
      namespace === undefined ||
      (resource === 'namespaces' && namespace === name)
    );
  }
  return name === undefined || namespace !== undefined;
}

function readObject(options: {
  context: ClusterContext;
  api: ApiResource;
  target: ResourceRequest;
  representation: Representation;
}): string {
  const { context, api, target, representation } = options;
  const key = api.namespaced
    ? `${target.namespace}/${target.name}`
    : target.name!;
  const version = context.store.get(tableOf(api), key);
  if (!version) {
    throw notFound(target);
  }
  return version.toJson(api, representation);
}
