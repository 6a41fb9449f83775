import {
  ServiceListItem,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { listItem } from '../../dev/fixtures/dashboard';
import {
  communityNginxEnded,
  httpApplicationRoutingEnded,
  legacyAnnotations,
  managedNginxEnding,
} from '../../dev/fixtures/findings';
import {
  httpApplicationRoutingRetirement,
  managedNginxRetirement,
} from '../../dev/fixtures/retirements';
import { managedNginx } from '../../dev/fixtures/systems';
import {
  complete,
  fixtureNow,
  service,
  traffic,
} from '../../dev/fixtures/traffic';
import { unknownEgress } from '../../dev/fixtures/egress';
import {
  compareRisk,
  deadlineOf,
  findingViews,
  isListedSettled,
  isSettled,
  riskTone,
} from './risk';

describe('riskTone', () => {
  it('only looks good when everything is settled', () => {
    expect(riskTone('none', true)).toBe('positive');
    expect(riskTone('none', false)).toBe('neutral');
    expect(riskTone('none')).toBe('neutral');
  });

  it.each(['unknown', 'catastrophic', 'toString'])(
    'draws %s as not known',
    risk => {
      expect(riskTone(risk, true)).toBe('unknown');
    },
  );
});

describe('isSettled', () => {
  const reading = { clusters: [complete('aks-shop-weu')], gaps: [] };
  const { entryPoints } = managedNginx.services[0];

  it('is true of services that were read whole and whose traffic is known', () => {
    const services = [service({ entryPoints, exposure: 'public' })];
    expect(isSettled({ services, reading })).toBe(true);
  });

  it.each<[string, Partial<ServiceTraffic>]>([
    ['the exposure', { exposure: 'unknown' }],
    [
      'an ingress system',
      { entryPoints: [{ ...entryPoints[0], system: 'unknown' }] },
    ],
    ['a way out', { egress: [unknownEgress()] }],
    ['every way out', { egress: [] }],
  ])('is false while %s is not known', (_case, unknown) => {
    const services = [service({}), service(unknown)];
    expect(isSettled({ services, reading })).toBe(false);
  });

  it('is false while all that was found is waived', () => {
    const services = [
      service({ risk: 'none', findings: [managedNginxEnding] }),
    ];
    expect(isSettled({ services, reading })).toBe(false);
  });

  it('is false while something was not read', () => {
    expect(
      isSettled({
        services: [service({})],
        reading: { ...reading, gaps: ['A subscription is not visible.'] },
      }),
    ).toBe(false);
  });
});

describe('isListedSettled', () => {
  it('is true of a service that was read whole and whose traffic is known', () => {
    expect(isListedSettled(listItem({ risk: 'none' }))).toBe(true);
  });

  it.each<[string, Partial<ServiceListItem>]>([
    ['the cluster was not read whole', { coverage: 'stale' }],
    ['the exposure is not known', { exposure: 'unknown' }],
    ['an ingress system is not known', { systems: ['istio', 'unknown'] }],
    ['a way out is not known', { egress: ['nat-gateway', 'unknown'] }],
    ['no way out is known', { egress: [] }],
    ['all that was found is waived', { waivers: 1 }],
  ])('is false while %s', (_case, unsettled) => {
    expect(isListedSettled(listItem({ risk: 'none', ...unsettled }))).toBe(
      false,
    );
  });
});

describe('compareRisk', () => {
  it('puts what is not known above what can wait', () => {
    expect(
      ['none', 'unknown', 'medium', 'critical', 'high'].sort(compareRisk),
    ).toEqual(['critical', 'high', 'unknown', 'medium', 'none']);
  });
});

describe('findingViews', () => {
  it('puts the worst first, and among equals the one due first', () => {
    const later = { ...managedNginxEnding, deadline: '2027-01-31' };
    const open = { ...managedNginxEnding, deadline: undefined };
    const services = [
      service({ findings: [legacyAnnotations, open, later] }),
      service({
        service: 'cart',
        findings: [managedNginxEnding, communityNginxEnded],
      }),
    ];
    expect(
      findingViews({
        traffic: traffic({ services }),
        services,
        now: fixtureNow,
      }).map(view => view.finding),
    ).toEqual([
      communityNginxEnded,
      managedNginxEnding,
      later,
      open,
      legacyAnnotations,
    ]);
  });

  it('finds the retirement behind a finding', () => {
    const services = [service({ findings: [managedNginxEnding] })];
    const [view] = findingViews({
      traffic: traffic({ services, retirements: [managedNginxRetirement] }),
      services,
      now: fixtureNow,
    });
    expect(view.retirement).toBe(managedNginxRetirement);
  });
});

describe('deadlineOf', () => {
  const finding = managedNginxEnding;
  const retirement = managedNginxRetirement;

  it('counts the days that are left', () => {
    expect(
      deadlineOf({
        finding,
        retirement,
        now: new Date('2026-11-29T12:00:00Z'),
      }),
    ).toMatchObject({ state: 'open', daysLeft: 1 });
  });

  it('tells an end of support from another deadline', () => {
    const now = new Date('2027-02-01T00:00:00Z');
    expect(
      deadlineOf({
        finding: httpApplicationRoutingEnded,
        retirement: httpApplicationRoutingRetirement,
        now,
      }),
    ).toMatchObject({
      state: 'past',
      precision: 'day',
      endOfSupport: true,
      byAnnouncement: false,
    });
    expect(deadlineOf({ finding, now })).toMatchObject({
      state: 'past',
      endOfSupport: false,
    });
    expect(
      deadlineOf({
        finding,
        retirement: { ...retirement, date: undefined },
        now,
      }),
    ).toMatchObject({ endOfSupport: false, byAnnouncement: false });
  });

  it('has none where the finding has none that can be read', () => {
    const now = new Date();
    expect(deadlineOf({ finding: legacyAnnotations, now })).toBeUndefined();
    expect(
      deadlineOf({ finding: { ...finding, deadline: 'tomorrow' }, now }),
    ).toBeUndefined();
  });
});
