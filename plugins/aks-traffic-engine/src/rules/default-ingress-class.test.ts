import { ingressClass } from '../__testUtils__/builders';
import { ruleInput } from './__testUtils__/ruleInput';
import { defaultIngressClass as rule } from './default-ingress-class';

const findings = (...defaults: boolean[]) =>
  rule.cluster(
    ruleInput({
      objects: defaults.map((isDefault, place) =>
        ingressClass(`class-${place}`, 'example.com/any', { isDefault }),
      ),
    }),
  );

describe('default-ingress-class', () => {
  it('finds several defaults in one finding', () => {
    expect(findings(true, false, true)).toMatchObject([
      { severity: 'low', evidence: [{ value: 'true' }, { value: 'true' }] },
    ]);
  });

  it('has nothing to say about one default, or none', () => {
    expect(findings(true, false)).toEqual([]);
    expect(findings(false)).toEqual([]);
  });
});
