import { assess } from './assess';
import { contradiction, ingress } from './__testUtils__/contradictions';
import { proof, ruleInput } from './__testUtils__/ruleInput';

describe('a contradiction that leads to no service', () => {
  const contradictions = [contradiction('class-conflict')];

  it('belongs to the orphan it is about', () => {
    const { cluster, orphans } = assess(
      ruleInput({
        contradictions,
        orphans: [{ resource: ingress, reason: 'no', evidence: [proof] }],
      }),
    );
    expect(cluster).toEqual([]);
    expect([...orphans.values()][0].map(({ ruleId }) => ruleId)).toEqual([
      'class-conflict',
      'orphaned-class',
    ]);
  });

  it('belongs to the cluster when there is no orphan', () => {
    expect(assess(ruleInput({ contradictions })).cluster).toMatchObject([
      { ruleId: 'class-conflict' },
    ]);
  });
});
