import { ErrorLike } from '@backstage/errors';
import { refreshView, refusalOf } from './refresh';

const now = Date.parse('2026-11-22T09:00:00Z');

function tooMany(headers: Record<string, string>): ErrorLike {
  return Object.assign<Error, Record<string, unknown>>(
    new Error('Request failed with 429'),
    {
      statusCode: 429,
      response: { headers: new Headers(headers) },
    },
  );
}

describe('refreshView', () => {
  it('follows a reading from the request to its end', () => {
    const refresh = { kind: 'accepted', since: now } as const;
    const steps = [undefined, 'queued', 'under-way'] as const;

    expect(
      steps.map(
        reading =>
          refreshView({ refresh, cluster: { reading }, now: now + 1_000 }).kind,
      ),
    ).toEqual(['queued', 'queued', 'reading']);
    expect(refreshView({ refresh, cluster: {}, now: now + 30_000 }).kind).toBe(
      'idle',
    );
  });

  it('shows the reading that somebody else has asked for', () => {
    expect(
      refreshView({
        refresh: undefined,
        cluster: { reading: 'under-way' },
        now,
      }).kind,
    ).toBe('reading');
  });

  it('counts the seconds down until the cluster may be read again', () => {
    const soon = refusalOf(tooMany({ 'retry-after': '42' }), now);
    const cluster = {};

    expect(refreshView({ refresh: soon, cluster, now: now + 1_500 })).toEqual({
      kind: 'too-soon',
      seconds: 41,
    });
    expect(refreshView({ refresh: soon, cluster, now: now + 42_000 })).toEqual({
      kind: 'idle',
    });
  });
});

describe('refusalOf', () => {
  it.each([{}, { 'retry-after': 'soon' }, { 'retry-after': '-5' }])(
    'waits half a minute when the backend does not say how long: %p',
    headers => {
      expect(
        refusalOf(tooMany(headers as Record<string, string>), now),
      ).toEqual({ kind: 'too-soon', until: now + 30_000 });
    },
  );

  it('passes every other refusal on', () => {
    const error: ErrorLike = { name: 'Error', message: 'no', statusCode: 409 };

    expect(refusalOf(error, now)).toEqual({ kind: 'failed', error });
  });
});
