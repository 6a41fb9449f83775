import {
  communityNginxRetirement,
  managedNginxRetirement,
} from '../../dev/fixtures/retirements';
import { compareSupport, supportOf, supportTone } from './support';

const now = new Date('2026-11-22T09:00:00Z');

describe('supportOf', () => {
  it('says how many days are left until a retirement', () => {
    expect(
      supportOf({
        system: 'app-routing-nginx',
        retirement: managedNginxRetirement,
        now,
      }),
    ).toMatchObject({ state: 'ends', daysLeft: 8 });
  });

  it('still counts the last day as supported', () => {
    expect(
      supportOf({
        system: 'app-routing-nginx',
        retirement: managedNginxRetirement,
        now: new Date('2026-11-30T20:00:00Z'),
      }),
    ).toMatchObject({ state: 'ends', daysLeft: 0 });
  });

  it('knows that the end of managed NGINX is only announced, and that of ingress-nginx is a fact', () => {
    expect(
      supportOf({
        system: 'app-routing-nginx',
        retirement: managedNginxRetirement,
        now: new Date('2026-12-01T00:00:00Z'),
      }),
    ).toMatchObject({ state: 'ended', byAnnouncement: true });
    expect(
      supportOf({
        system: 'ingress-nginx',
        retirement: communityNginxRetirement,
        now,
      }),
    ).toMatchObject({
      state: 'ended',
      precision: 'month',
      byAnnouncement: false,
    });
  });

  it.each([undefined, 'some day'])(
    'keeps a retirement without a date it can read (%j) as a limit',
    date => {
      expect(
        supportOf({
          system: 'kong',
          retirement: { ...managedNginxRetirement, date },
          now,
        }).state,
      ).toBe('limited');
    },
  );

  it.each([
    'app-routing-nginx',
    'ingress-nginx',
    'http-application-routing',
    'unknown',
    'other',
    'from-a-newer-version',
    'constructor',
  ])('never calls %s supported when no retirement came along', system => {
    const support = supportOf({ system, retirement: undefined, now });
    expect(support).toEqual({ state: 'unknown' });
    expect(supportTone(support)).toBe('unknown');
  });

  it('calls a system without an announced retirement just that', () => {
    expect(
      supportOf({
        system: 'application-gateway-ingress-controller',
        retirement: undefined,
        now,
      }),
    ).toEqual({ state: 'none-announced' });
  });
});

describe('compareSupport', () => {
  it('puts the most urgent first', () => {
    const ended = supportOf({
      system: 'ingress-nginx',
      retirement: communityNginxRetirement,
      now,
    });
    const ending = supportOf({
      system: 'app-routing-nginx',
      retirement: managedNginxRetirement,
      now,
    });
    const supported = supportOf({
      system: 'app-routing-gateway-api',
      retirement: undefined,
      now,
    });
    expect([supported, ending, ended].sort(compareSupport)).toEqual([
      ended,
      ending,
      supported,
    ]);
  });
});
