import { StatusCause } from '../status/StatusError';

/** The options that restrict each other, as they were sent. */
export interface RelatedOptions {
  match: string | undefined;
  resourceVersion: string | undefined;
  continueToken: string | undefined;
  sendInitialEvents: boolean | undefined;
}

/** What a list may not combine. */
export function checkList(options: RelatedOptions): StatusCause[] {
  const { match, resourceVersion, continueToken, sendInitialEvents } = options;
  const causes: StatusCause[] = [];
  if (match !== undefined && resourceVersion === undefined) {
    causes.push(
      forbidden(
        'resourceVersionMatch is forbidden unless resourceVersion is provided',
      ),
    );
  }
  if (match !== undefined && continueToken !== undefined) {
    causes.push(forbiddenWithContinue());
  }
  if (match !== undefined && match !== 'Exact' && match !== 'NotOlderThan') {
    causes.push(unsupportedMatch(match, ['Exact', 'NotOlderThan']));
  }
  if (match === 'Exact' && resourceVersion === '0') {
    causes.push(
      forbidden(
        'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
      ),
    );
  }
  if (sendInitialEvents !== undefined) {
    causes.push(
      forbidden('sendInitialEvents is forbidden for list', 'sendInitialEvents'),
    );
  }
  return causes;
}

/** What a watch may not combine. */
export function checkWatch(options: RelatedOptions): StatusCause[] {
  const { match, continueToken, sendInitialEvents } = options;
  const causes: StatusCause[] = [];
  if (sendInitialEvents !== undefined && match !== 'NotOlderThan') {
    causes.push(
      forbidden(
        'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
      ),
    );
  }
  if (match !== undefined && sendInitialEvents === undefined) {
    causes.push(
      forbidden(
        'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
      ),
    );
  }
  if (match !== undefined && match !== 'NotOlderThan') {
    causes.push(unsupportedMatch(match, ['NotOlderThan']));
  }
  if (match !== undefined && continueToken !== undefined) {
    causes.push(forbiddenWithContinue());
  }
  return causes;
}

function forbiddenWithContinue(): StatusCause {
  return forbidden(
    'resourceVersionMatch is forbidden when continue is provided',
  );
}

function forbidden(
  message: string,
  field: string = 'resourceVersionMatch',
): StatusCause {
  return {
    reason: 'FieldValueForbidden',
    message: `Forbidden: ${message}`,
    field,
  };
}

function unsupportedMatch(match: string, supported: string[]): StatusCause {
  return {
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${JSON.stringify(match)}: supported values: ${[
      ...supported,
      '',
    ]
      .map(value => JSON.stringify(value))
      .join(', ')}`,
    field: 'resourceVersionMatch',
  };
}
