import { Finding } from 'backstage-plugin-aks-traffic-common';
import { supportLine } from '../risk/lines/supportLine';
import { retirementsOf } from '../risk/retirementsOf';
import { EndOfSupport, endOfSupportClause } from './endOfSupport';
import {
  restateAssessment,
  restateFinding,
  restateRetirement,
} from './restate';
import { retirements } from './retirements';
import { istioRevisionEnds, kubernetesVersionEnds } from './versionEnds';

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

    expect(restateFinding(finding, lastDay)).toBe(finding);
    expect(restateFinding(finding, dayAfter)).toEqual(
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

    expect(restateFinding(past, now)).toBe(past);
    expect(restateFinding(silent, now)).toBe(silent);
    expect(restateFinding(undated, now)).toBe(undated);
  });
});

describe('restateRetirement', () => {
  const end = { date: '2026-11-30', precision: 'month' as const };
  const on = (day: string) => {
    const now = new Date(`${day}T12:00:00Z`);
    return retirementsOf([foundOn(now, 'RET-NGINX-AKS', end)], now);
  };

  it('is what a verdict of today would say', () => {
    const [inOctober] = on('2026-10-15');
    const [inDecember] = on('2026-12-01');

    expect(inDecember.statement).toContain(
      'support ended in November 2026 according to the last statement seen',
    );
    expect(restateRetirement(inOctober, new Date('2026-12-01'))).toEqual(
      inDecember,
    );
  });

  it('leaves what the catalogue does not date, or dates otherwise', () => {
    const [applied] = on('2026-10-15');
    const now = new Date('2027-01-01');
    const other = { ...applied, date: '2026-12-31' };
    const unknown = { ...applied, retirement: 'RET-OF-A-LATER-RELEASE' };

    expect(restateRetirement(other, now)).toBe(other);
    expect(restateRetirement(unknown, now)).toBe(unknown);
  });
});

describe('restateAssessment', () => {
  it('lets the score say of an end of support what the retirement says', () => {
    const now = new Date('2026-11-15T12:00:00Z');
    const applied = retirementsOf(
      [
        foundOn(now, 'RET-NGINX-AKS', {
          date: '2026-11-30',
          precision: 'month',
        }),
      ],
      now,
    );
    const exposure = {
      id: 'public-exposure',
      points: 20,
      message: 'Everybody on the internet can reach it.',
      evidence: [],
    };
    const lines = [...supportLine(applied), exposure];

    const later = restateAssessment(
      { retirements: applied, lines },
      new Date('2026-12-01T00:00:00Z'),
    );

    expect(later.retirements[0].statement).toContain('support ended');
    expect(later.lines).toEqual([
      { ...lines[0], message: later.retirements[0].statement },
      exposure,
    ]);
    expect(lines[0].message).toContain('support ends');
  });
});
