import { badRequest } from '../status/refusals';

/** Where a list goes on. */
export interface ContinuePosition {
  /** Revision that all pages show; undefined to go on in whatever is current. */
  revision?: number;
  /** First key that may come next, without the prefix of the list. */
  start: string;
}

const TOKEN_VERSION = 'meta.k8s.io/v1';
/** Stands in the token for "whatever is current". */
const ANY_REVISION = -1;

/** A token that the next page can be asked for with. */
export function encodeContinue(position: ContinuePosition): string {
  const { revision = ANY_REVISION, start } = position;
  return Buffer.from(
    JSON.stringify({ v: TOKEN_VERSION, rv: revision, start }),
  ).toString('base64url');
}

/** Reads a token. Throws the API server's 400 when it is not one. */
export function decodeContinue(token: string): ContinuePosition {
  const value = readJson(token);
  const { v, rv, start } = value;
  if (v !== TOKEN_VERSION) {
    throw invalid(
      `server does not recognize this encoded version ${JSON.stringify(v)}`,
    );
  }
  if (typeof rv !== 'number' || !Number.isSafeInteger(rv) || rv === 0) {
    throw invalid(
      `incorrect encoded start resourceVersion (version ${TOKEN_VERSION})`,
    );
  }
  if (typeof start !== 'string' || start === '') {
    throw invalid(`encoded start key empty (version ${TOKEN_VERSION})`);
  }
  if (start.split('/').some(part => ['', '.', '..'].includes(part))) {
    throw invalid(start);
  }
  return { ...(rv > 0 && { revision: rv }), start };
}

/** Whether a token asks for a further page of one and the same state, rather than of whatever is current. */
export function isConsistentContinue(token: string | null): boolean {
  try {
    return !!token && decodeContinue(token).revision !== undefined;
  } catch {
    return false;
  }
}

function readJson(token: string): Record<string, unknown> {
  if (/^[\w-]+$/.test(token)) {
    try {
      const value = JSON.parse(Buffer.from(token, 'base64url').toString());
      if (typeof value === 'object' && value !== null) {
        return value;
      }
    } catch {
      // Told below, like any other token that means nothing.
    }
  }
  throw invalid('illegal data');
}

function invalid(reason: string): Error {
  return badRequest(
    `invalid continue token: continue key is not valid: ${reason}`,
  );
}
