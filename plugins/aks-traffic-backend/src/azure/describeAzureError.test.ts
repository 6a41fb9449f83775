import { describeAzureError } from './describeAzureError';

function failure(name: string, message: string, more: object = {}) {
  return Object.assign(new Error(message), { name, ...more });
}

describe('describeAzureError', () => {
  it.each([
    [
      failure(
        'AuthenticationError',
        'invalid_grant: Error(s): 1 - Timestamp: 2026-11-28 22:21:05Z - Description: AADSTS1: no. Trace ID: x Correlation ID: y',
      ),
      'Microsoft Entra ID gave no token: invalid_grant: Error(s): 1 - Description: AADSTS1: no',
    ],
    [
      failure('AuthenticationError', 'AADSTS1: no.\r\nTrace ID: x'),
      'Microsoft Entra ID gave no token: AADSTS1: no',
    ],
    [
      failure('AggregateAuthenticationError', 'ChainedTokenCredential failed.'),
      'There is no usable Azure credential (aksTraffic.azure.credential): ChainedTokenCredential failed',
    ],
    [
      failure(
        'CredentialUnavailableError',
        'endpoints_resolution_error: See https://aka.ms/x for details',
      ),
      'Microsoft Entra ID cannot be reached: endpoints_resolution_error: See https://aka.ms/x for details',
    ],
    [
      failure('RestError', 'while parsing the response body - {"secret":1', {
        statusCode: 200,
        code: 'PARSE_ERROR',
      }),
      'Azure sent JSON that breaks off or is malformed',
    ],
    [failure('AbortError', 'aborted'), 'Azure did not answer in time'],
    [
      failure('RestError', 'no', { statusCode: 403, code: 'Denied' }),
      'Azure denies the request (403, Denied: no): give the identity the role Reader on what is to be read',
    ],
    [
      failure('RestError', 'timestamp = 1, correlationId = 2.', {
        statusCode: 400,
        code: 'BadRequest',
        details: { error: { details: [{ message: 'Query is invalid.' }] } },
      }),
      'Azure failed (400, BadRequest: Query is invalid)',
    ],
    [
      failure(
        'RestError',
        'Please give to support: timestamp = 1, correlationId = 2.',
        { statusCode: 500, details: { error: {} } },
      ),
      'Azure failed (500, Please give to support:)',
    ],
    [
      failure('RestError', 'no', { statusCode: 401 }),
      'Azure does not accept the token (401, no)',
    ],
    [
      failure('RestError', 'slow down', { statusCode: 429 }),
      'Azure turns requests away as too many (429, slow down)',
    ],
    [
      failure('RestError', 'oops', { statusCode: 500 }),
      'Azure failed (500, oops)',
    ],
    [
      failure('RestError', 'getaddrinfo', { code: 'ENOTFOUND' }),
      'Azure cannot be reached: ENOTFOUND: getaddrinfo',
    ],
  ])('says %s as one sentence', (error, sentence) => {
    expect(describeAzureError(error)).toBe(sentence);
  });

  it('bounds what a server may put into a sentence', () => {
    expect(describeAzureError(new Error('x'.repeat(10_000)))).toHaveLength(
      'Azure cannot be reached: '.length + 401,
    );
  });
});
