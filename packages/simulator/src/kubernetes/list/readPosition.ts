import { ListOptions } from '../requests/parseListOptions';
import { badRequest, expired, versionTooLarge } from '../status/refusals';
import { StatusError } from '../status/StatusError';
import { decodeContinue, encodeContinue } from './continueToken';

/** Which state a list shows, and where in it the page starts. */
export interface ReadPosition {
  revision: number;
  /** Without the prefix of the list. */
  start?: string;
  /** Undefined for no limit. */
  limit?: number;
}

export interface ReadPositionOptions {
  list: ListOptions;
  /** The newest revision. */
  revision: number;
  /** The oldest that can be read. */
  compactedRevision: number;
  /** A fault wants this page refused although it could be given. */
  forceExpired: boolean;
}

const EXPIRED_CONTINUE =
  'The provided continue parameter is too old to display a consistent list result. ' +
  'You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. ' +
  'Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time ' +
  'the first chunk was returned and now may show up in the list.';

/** The meaning of resourceVersion, resourceVersionMatch, limit and continue taken together. Throws the server's refusal. */
export function readPosition(options: ReadPositionOptions): ReadPosition {
  const { list, revision } = options;
  const limit = list.limit > 0 ? list.limit : undefined;
  const { resourceVersion, resourceVersionMatch } = list;
  if (list.continue !== undefined) {
    return {
      ...continuedPosition({ ...options, token: list.continue }),
      limit,
    };
  }
  if (resourceVersion === undefined) {
    return { revision, limit };
  }
  if (resourceVersion === '0') {
    // Answered from the watch cache, which does not page.
    return { revision };
  }
  const requested = Number(resourceVersion);
  if (requested > revision) {
    throw versionTooLarge(requested, revision);
  }
  const exact =
    resourceVersionMatch === 'Exact' ||
    (resourceVersionMatch === undefined && limit !== undefined);
  if (!exact) {
    return { revision, limit };
  }
  if (requested < options.compactedRevision) {
    throw expired('The resourceVersion for the provided list is too old.');
  }
  return { revision: requested, limit };
}

function continuedPosition(
  options: ReadPositionOptions & { token: string },
): ReadPosition {
  const { list, revision, compactedRevision, forceExpired, token } = options;
  const { revision: wanted, start } = decodeContinue(token);
  if (list.resourceVersion !== undefined && list.resourceVersion !== '0') {
    throw badRequest(
      'specifying resource version is not allowed when using continue',
    );
  }
  if (wanted === undefined) {
    return { revision, start };
  }
  if (wanted > revision) {
    throw new StatusError({
      code: 500,
      reason: 'InternalError',
      message: 'etcdserver: mvcc: required revision is a future revision',
    });
  }
  if (forceExpired || wanted < compactedRevision) {
    throw expired(EXPIRED_CONTINUE, encodeContinue({ start }));
  }
  return { revision: wanted, start };
}
