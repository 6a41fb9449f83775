import type { StoredObject } from '../../estate/types';
import { badRequest, invalidListOptions } from '../status/refusals';
import { checkList, checkWatch } from './checkListOptions';
import { parseFieldSelector } from './fieldSelector';
import { parseLabelSelector } from './labelSelector';
import { readFlag } from './parseRequest';

export type ResourceVersionMatch = 'Exact' | 'NotOlderThan';

/** What a client says about a list or a watch. */
export interface ListOptions {
  /** Undefined and 0 mean all. */
  limit: number;
  continue?: string;
  /** As it was sent: absent, `0` and a number have different meanings. */
  resourceVersion?: string;
  resourceVersionMatch?: ResourceVersionMatch;
  /** A selector was given; counts of what is left cannot be told then. */
  selective: boolean;
  matches(object: StoredObject): boolean;
  allowWatchBookmarks: boolean;
  timeoutSeconds?: number;
  sendInitialEvents?: boolean;
}

/** Reads the options of a list or a watch. Throws the API server's refusal of options that it does not take. */
export function parseListOptions(
  query: URLSearchParams,
  verb: 'list' | 'watch',
): ListOptions {
  const resourceVersion = query.get('resourceVersion') || undefined;
  const continueToken = query.get('continue') || undefined;
  const match = query.get('resourceVersionMatch') || undefined;
  const sendInitialEvents = readFlag(query, 'sendInitialEvents');
  const causes = (verb === 'list' ? checkList : checkWatch)({
    match,
    resourceVersion,
    continueToken,
    sendInitialEvents,
  });
  if (causes.length > 0) {
    throw invalidListOptions(causes);
  }
  if (resourceVersion !== undefined && !/^\d+$/.test(resourceVersion)) {
    throw badRequest(
      `resourceVersion: Invalid value: "${resourceVersion}": strconv.ParseUint: parsing "${resourceVersion}": invalid syntax`,
    );
  }

  const labelSelector = query.get('labelSelector') ?? '';
  const fieldSelector = query.get('fieldSelector') ?? '';
  const hasLabels = parseLabelSelector(labelSelector);
  const hasFields = parseFieldSelector(fieldSelector);
  return {
    limit: readInteger(query, 'limit') ?? 0,
    continue: continueToken,
    resourceVersion,
    resourceVersionMatch: match as ResourceVersionMatch | undefined,
    selective: labelSelector !== '' || fieldSelector !== '',
    matches: object => hasLabels(object.metadata.labels) && hasFields(object),
    allowWatchBookmarks: readFlag(query, 'allowWatchBookmarks') ?? false,
    timeoutSeconds: readInteger(query, 'timeoutSeconds'),
    sendInitialEvents,
  };
}

function readInteger(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null || value === '') {
    return undefined;
  }
  if (!/^[-+]?\d{1,18}$/.test(value)) {
    throw badRequest(`strconv.ParseInt: parsing "${value}": invalid syntax`);
  }
  return Number(value);
}
