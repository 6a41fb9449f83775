import { createHash } from 'node:crypto';
import { Reply } from '../../http';
import { DiscoveryFormat, negotiateDiscovery } from '../requests/negotiate';
import { notAcceptable } from '../status/refusals';
import { apiReply, pageNotFoundReply } from '../status/StatusError';
import { aggregatedDiscovery } from './aggregatedDiscovery';
import { ApiCatalog } from './ApiCatalog';
import {
  coreVersions,
  groupList,
  resourceList,
  singleGroup,
} from './groupDiscovery';
import { versionInfo } from './versionInfo';

export interface AnswerDiscoveryOptions {
  path: string;
  accept: string | undefined;
  /** The tag of the document that the client has already. */
  ifNoneMatch: string | undefined;
  catalog: ApiCatalog;
  /** Formats besides the documents per group. */
  aggregated: DiscoveryFormat[];
  /** Kubernetes version of the server. */
  version: string;
  /** Host and port of the server. */
  serverAddress: string;
}

/** Answers requests that are not for objects. */
export function answerDiscovery(options: AnswerDiscoveryOptions): Reply {
  const { path, catalog } = options;
  const [root, group, version, ...more] = path.slice(1).split('/');
  if (path === '/version') {
    return apiReply(200, JSON.stringify(versionInfo(options.version)));
  }
  if (['/healthz', '/livez', '/readyz'].includes(path)) {
    return {
      status: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: 'ok',
    };
  }
  if (path === '/api' || path === '/apis') {
    return answerRoot({ ...options, path });
  }
  const found =
    root === 'api'
      ? { group: catalog.findGroup(''), version: group, more: version }
      : { group: catalog.findGroup(group), version, more: more[0] };
  if (
    !found.group ||
    found.more !== undefined ||
    !['api', 'apis'].includes(root) ||
    (root === 'apis' && group === '')
  ) {
    return pageNotFoundReply();
  }
  if (found.version === undefined) {
    return apiReply(200, JSON.stringify(singleGroup(found.group)));
  }
  const served = found.group.versions.find(
    candidate => candidate.version === found.version,
  );
  return served
    ? apiReply(200, JSON.stringify(resourceList(found.group, served)))
    : pageNotFoundReply();
}

function answerRoot(
  options: AnswerDiscoveryOptions & { path: '/api' | '/apis' },
): Reply {
  const { path, accept, aggregated, catalog } = options;
  const format = negotiateDiscovery(accept, aggregated);
  if (format === undefined) {
    throw notAcceptable();
  }
  const groups = catalog.groups.filter(
    ({ name }) => (name === '') === (path === '/api'),
  );
  if (format !== 'legacy') {
    return taggedReply({
      body: JSON.stringify(aggregatedDiscovery(groups, format)),
      contentType: `application/json;g=apidiscovery.k8s.io;v=${format};as=APIGroupDiscoveryList`,
      ifNoneMatch: options.ifNoneMatch,
    });
  }
  const document =
    path === '/api'
      ? coreVersions(groups[0], options.serverAddress)
      : groupList(groups);
  return apiReply(200, JSON.stringify(document), { vary: 'Accept' });
}

function taggedReply(options: {
  body: string;
  contentType: string;
  ifNoneMatch: string | undefined;
}): Reply {
  const { body, contentType, ifNoneMatch } = options;
  const tag = `"${createHash('sha256')
    .update(body)
    .digest('hex')
    .toUpperCase()}"`;
  const headers = { 'content-type': contentType, etag: tag, vary: 'Accept' };
  return ifNoneMatch === tag
    ? apiReply(304, '', headers)
    : apiReply(200, body, headers);
}
