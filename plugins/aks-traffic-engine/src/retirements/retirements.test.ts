import { endOfSupportClause, lifecycleOf } from './endOfSupport';
import { retirementById, retirements } from './retirements';
import {
  findVersionEnd,
  istioRevisionEnds,
  kubernetesVersionEnds,
} from './versionEnds';

describe('retirements', () => {
  it('have unique ids and say what they apply to, what not, and who says so', () => {
    expect(new Set(retirements.map(({ id }) => id)).size).toBe(
      retirements.length,
    );
    for (const retirement of retirements) {
      expect(retirement.id).toMatch(/^RET-[A-Z0-9-]+$/);
      for (const text of [
        retirement.title,
        retirement.appliesTo,
        retirement.doesNotApplyTo,
        retirement.statement,
        retirement.source,
      ]) {
        expect(text).not.toBe('');
      }
    }
  });

  it('have real dates, of which months are written as their last day', () => {
    const ends = [
      ...retirements,
      ...istioRevisionEnds,
      ...kubernetesVersionEnds,
    ].filter(({ date }) => date !== undefined);
    for (const { date, precision } of ends) {
      const day = new Date(`${date}T00:00:00Z`);
      expect(day.toISOString().slice(0, 10)).toBe(date);
      expect(['day', 'month']).toContain(precision);
      const next = new Date(day.getTime() + 24 * 60 * 60 * 1000);
      expect(precision === 'day' || next.getUTCDate() === 1).toBe(true);
    }
  });

  it('are found by id', () => {
    expect(retirementById('RET-KUBENET')?.date).toBe('2028-03-31');
    expect(retirementById('constructor')).toBeUndefined();
  });
});

describe('lifecycleOf', () => {
  it.each([
    ['2026-08-29T23:59:59Z', 'announced'],
    ['2026-08-30T00:00:00Z', 'approaching'],
    ['2026-10-31T23:59:59Z', 'approaching'],
    ['2026-11-01T00:00:00Z', 'ending'],
    ['2026-11-30T23:59:59Z', 'ending'],
    ['2026-12-01T00:00:00Z', 'ended'],
  ])('at %s: %s', (now, lifecycle) => {
    expect(lifecycleOf({ date: '2026-11-30' }, new Date(now))).toBe(lifecycle);
  });

  it('knows ends that nobody announced', () => {
    expect(lifecycleOf({}, new Date(0))).toBe('undated');
    expect(endOfSupportClause({}, new Date(0))).toBe(
      'no end of support was announced',
    );
  });
});

describe('endOfSupportClause', () => {
  const managed = retirementById('RET-NGINX-AKS')!;

  it('claims no exact day where none was published', () => {
    expect(endOfSupportClause(managed, new Date('2026-11-22'))).toBe(
      'support ends in November 2026',
    );
  });

  it('says after the date that this is the last statement seen', () => {
    expect(endOfSupportClause(managed, new Date('2026-12-01'))).toBe(
      'support ended in November 2026 according to the last statement seen',
    );
  });

  it('keeps expectations apart from announcements', () => {
    const end = {
      date: '2026-08-31',
      precision: 'month',
      expected: true,
    } as const;
    expect(endOfSupportClause(end, new Date('2026-08-01'))).toBe(
      'support is expected to end in August 2026',
    );
    expect(endOfSupportClause(end, new Date('2026-09-01'))).toBe(
      'support probably ended in August 2026',
    );
  });
});

describe('findVersionEnd', () => {
  it.each([
    ['1.33', '2026-07-31'],
    ['1.30', 'before'],
    ['1.99', undefined],
    ['latest', undefined],
  ])('of Kubernetes %s: %s', (version, expected) => {
    const end = findVersionEnd(kubernetesVersionEnds, version);
    expect(typeof end === 'object' ? end.date : end).toBe(expected);
  });

  it.each([
    ['asm-1-28', '2026-08-31'],
    ['asm-1-20', 'before'],
    ['asm-1-31', undefined],
  ])('of Istio revision %s: %s', (version, expected) => {
    const end = findVersionEnd(istioRevisionEnds, version);
    expect(typeof end === 'object' ? end.date : end).toBe(expected);
  });
});
