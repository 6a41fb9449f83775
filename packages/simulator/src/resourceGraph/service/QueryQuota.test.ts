import fc from 'fast-check';
import { QueryQuota } from './QueryQuota';

function setup(queries: number) {
  let now = 0;
  const quota = new QueryQuota(
    { now: () => new Date(now) },
    { queries, windowSeconds: 5 },
  );
  return {
    quota,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('QueryQuota', () => {
  it('counts down, refuses, and begins again', () => {
    const { quota, pass } = setup(2);
    expect(quota.take('me')).toEqual({
      allowed: true,
      headers: {
        'x-ms-user-quota-remaining': '1',
        'x-ms-user-quota-resets-after': '00:00:05',
      },
    });
    pass(3500);
    expect(quota.take('me').headers).toEqual({
      'x-ms-user-quota-remaining': '0',
      'x-ms-user-quota-resets-after': '00:00:02',
    });
    expect(quota.take('me').allowed).toBe(false);
    pass(1500);
    expect(quota.take('me').allowed).toBe(true);
  });

  it('counts for each identity', () => {
    const { quota } = setup(1);
    expect(quota.take('me').allowed).toBe(true);
    expect(quota.take('you').allowed).toBe(true);
    expect(quota.take('me').allowed).toBe(false);
  });

  it('never lets more than the quota through in a window', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }),
        waits => {
          const { quota, pass } = setup(15);
          let time = 0;
          const allowedAt: number[] = [];
          for (const wait of waits) {
            time += wait;
            pass(wait);
            if (quota.take('me').allowed) {
              allowedAt.push(time);
            }
          }
          const first = allowedAt[0] ?? 0;
          expect(
            allowedAt.filter(at => at < first + 5000).length,
          ).toBeLessThanOrEqual(15);
        },
      ),
    );
  });
});
