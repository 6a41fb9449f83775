import { Finding } from 'backstage-plugin-aks-traffic-common';
import { EndOfSupport, endOfSupportClause } from '../retirements/endOfSupport';
import { retirements } from '../retirements/retirements';
import {
  istioRevisionEnds,
  kubernetesVersionEnds,
} from '../retirements/versionEnds';
import { restateFinding } from './restateFinding';

const dayMs = 24 * 60 * 60 * 1000;

/** What a rule says on a day of something that stands on an end of support. */
function foundOn(now: Date, retirement: string, end: EndOfSupport): Finding {
  return {
    ruleId: 'some-rule',
    severity: 'high',
    subject: { apiVersion: 'v1', kind: 'Service', name: 'web' },
    message: `It stands on it, and ${endOfSupportClause(end, now)}: move it.`,
    evidence: [],
    remediation: { summary: 'Move it.', actions: [] },
    deadline: end.date,
    retirement,
    docs: 'docs/rules/some-rule.md',
  };
}

const ends: [string, EndOfSupport][] = [
  ...retirements
    .filter(({ date }) => date !== undefined)
    .map((end): [string, EndOfSupport] => [end.id, end]),
  ...kubernetesVersionEnds.map((end): [string, EndOfSupport] => [
    'RET-K8S',
    end,
  ]),
  ...istioRevisionEnds.map((end): [string, EndOfSupport] => ['RET-ISTIO', end]),
];

describe('restateFinding', () => {
  it.each(ends)('has the end of %s past when it is: %j', (id, end) => {
    const lastDay = new Date(`${end.date}T23:59:59Z`);
    const dayAfter = new Date(lastDay.getTime() + dayMs);
    const finding = foundOn(lastDay, id, end);

    expect(restateFinding(finding, { now: lastDay })).toBe(finding);
    expect(restateFinding(finding, { now: dayAfter })).toEqual(
      foundOn(dayAfter, id, end),
    );
    expect(finding.message).not.toBe(foundOn(dayAfter, id, end).message);
  });

  it('leaves what was found after the end, and what speaks of none', () => {
    const now = new Date('2027-02-01T00:00:00Z');
    const end = { date: '2026-11-30', precision: 'month' as const };
    const past = foundOn(
      new Date('2026-12-01T00:00:00Z'),
      'RET-NGINX-AKS',
      end,
    );
    const silent = { ...past, message: 'Something else.' };
    const undated = { ...past, deadline: undefined };

    expect(restateFinding(past, { now })).toBe(past);
    expect(restateFinding(silent, { now })).toBe(silent);
    expect(restateFinding(undated, { now })).toBe(undated);
  });

  const managed = {
    ...foundOn(new Date('2026-08-01T12:00:00Z'), 'RET-NGINX-AKS', {
      date: '2026-11-30',
      precision: 'month',
    }),
    ruleId: 'app-routing-nginx-retirement',
    severity: 'medium' as const,
  };

  it.each([
    ['2026-08-02', 'medium'],
    ['2026-10-31', 'medium'],
    ['2026-11-01', 'high'],
    ['2026-11-30', 'high'],
    ['2026-12-01', 'critical'],
  ])('is as severe as its rule says on the day: %s, %s', (day, severity) => {
    const now = new Date(`${day}T00:00:00Z`);

    expect(restateFinding(managed, { now }).severity).toBe(severity);
  });

  it('is only probably ended where the end was only expected', () => {
    const end = { date: '2026-09-30', precision: 'month', expected: true };
    const mesh = {
      ...foundOn(
        new Date('2026-09-01T12:00:00Z'),
        'RET-ISTIO',
        end as EndOfSupport,
      ),
      ruleId: 'istio-revision-support',
    };

    const later = restateFinding(mesh, { now: new Date('2026-12-01') });

    expect(later.severity).toBe('medium');
    expect(later.message).toContain('support probably ended in September 2026');
  });

  it('stays as severe as the operator wants it', () => {
    const later = restateFinding(
      { ...managed, severity: 'low' },
      {
        now: new Date('2026-12-01'),
        severities: { 'app-routing-nginx-retirement': 'low' },
      },
    );

    expect(later.severity).toBe('low');
    expect(later.message).toContain('support ended in November 2026');
  });
});
