import { NotAllowedError, toError } from '@backstage/errors';
import { clusterOnly } from '../../dev/fixtures/systems';
import { notAnnotated, notFound } from '../../dev/fixtures/troubled';
import { cardStateOf, reasonOf } from './cardState';

const failure = toError('socket hang up');

describe('cardStateOf', () => {
  it('loads until there is an answer or an error', () => {
    expect(cardStateOf({ loading: true })).toEqual({ kind: 'loading' });
    expect(cardStateOf({ loading: false, error: failure })).toEqual({
      kind: 'failed',
      error: failure,
    });
  });

  it('keeps the last answer when asking again fails', () => {
    expect(
      cardStateOf({ traffic: clusterOnly, error: failure, loading: false }),
    ).toEqual({
      kind: 'content',
      traffic: clusterOnly,
      refreshError: failure,
    });
  });

  it.each([
    ['by class', toError(new NotAllowedError('no'))],
    ['by status', { name: 'ResponseError', message: '403', statusCode: 403 }],
    [
      'by the name of its cause',
      {
        name: 'ResponseError',
        message: 'x',
        cause: Object.assign(new Error('no'), { name: 'NotAllowedError' }),
      },
    ],
  ])('shows nothing to who may not see it any more (%s)', (_case, error) => {
    expect(
      cardStateOf({ traffic: clusterOnly, error, loading: false }),
    ).toEqual({ kind: 'denied' });
  });

  it('tells an entity without annotations from one that was not found', () => {
    expect(cardStateOf({ traffic: notAnnotated, loading: false }).kind).toBe(
      'not-annotated',
    );
    expect(cardStateOf({ traffic: notFound, loading: false }).kind).toBe(
      'not-found',
    );
  });
});

describe('reasonOf', () => {
  it("prefers the backend's own words", () => {
    expect(
      reasonOf({
        name: 'ResponseError',
        message: 'Request failed with 500',
        cause: new Error('the database is locked'),
      }),
    ).toBe('the database is locked');
    expect(reasonOf(failure)).toBe('socket hang up');
  });
});
