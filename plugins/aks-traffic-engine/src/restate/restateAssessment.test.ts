import { Finding } from 'backstage-plugin-aks-traffic-common';
import { analyze } from '../__testUtils__/analyze';
import { managedNginx } from '../__testUtils__/retiring';
import { service } from '../__testUtils__/builders';
import { retirementsOf } from '../risk/retirementsOf';
import { restateAssessment } from './restateAssessment';
import { restateRetirement } from './restateRetirement';

const on = (day: string) => new Date(`${day}T12:00:00Z`);

function retirementsFoundOn(day: string) {
  const finding = {
    deadline: '2026-11-30',
    retirement: 'RET-NGINX-AKS',
    evidence: [],
  } as unknown as Finding;
  return retirementsOf([finding], on(day));
}

describe('restateRetirement', () => {
  it('is what a verdict of today would say', () => {
    const [inOctober] = retirementsFoundOn('2026-10-15');
    const [inDecember] = retirementsFoundOn('2026-12-01');

    expect(inDecember.statement).toContain(
      'support ended in November 2026 according to the last statement seen',
    );
    expect(restateRetirement(inOctober, on('2026-12-01'))).toEqual(inDecember);
    expect(restateRetirement(inDecember, on('2026-12-02'))).toBe(inDecember);
  });

  it('leaves what the catalogue does not date, or dates otherwise', () => {
    const [applied] = retirementsFoundOn('2026-10-15');
    const now = new Date('2027-01-01');
    const other = { ...applied, date: '2026-12-31' };
    const unknown = { ...applied, retirement: 'RET-OF-A-LATER-RELEASE' };

    expect(restateRetirement(other, now)).toBe(other);
    expect(restateRetirement(unknown, now)).toBe(unknown);
  });
});

describe('restateAssessment', () => {
  const judgedOn = (day: string) =>
    analyze([...managedNginx(), service()], {
      now: `${day}T12:00:00Z`,
    }).assessments.find(each => each.service === 'web')!;

  it('lets the end of support weigh what it weighs on the day', () => {
    const inOctober = judgedOn('2026-10-15');

    const inDecember = restateAssessment(inOctober, on('2026-12-01'));

    expect(inOctober.lines[0].id).toBe('support-approaching');
    expect(inDecember.lines[0]).toMatchObject({
      id: 'support-ended',
      message: inDecember.retirements[0].statement,
    });
    expect(inDecember.score).toBe(inOctober.score! + 25);
    expect(inDecember).toEqual(judgedOn('2026-12-01'));
  });

  it('leaves out a score that was not known', () => {
    const { score: _, ...unknown } = judgedOn('2026-10-15');

    expect(restateAssessment(unknown, on('2026-12-01'))).not.toHaveProperty(
      'score',
    );
  });
});
