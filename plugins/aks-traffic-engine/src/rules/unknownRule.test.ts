import { rules } from './registry';
import { unknownRule } from './unknownRule';

describe('unknownRule', () => {
  it('has nothing to say about the rules there are', () => {
    expect(rules.filter(({ metadata }) => unknownRule(metadata.id))).toEqual(
      [],
    );
  });

  it.each([
    ['mesh-mlts', 'mesh-mtls'],
    ['Mesh-MTLS', 'mesh-mtls'],
    ['kubenet', 'kubenet-retirement'],
    ['kubenett', 'kubenet-retirement'],
    ['version-support', 'kubernetes-version-support'],
    ['orphan-class', 'orphaned-class'],
    ['exposure_mismatch', 'exposure-mismatch'],
  ])('says of %s that %s is nearest', (id, expected) => {
    expect(unknownRule(id)).toBe(
      `there is no rule of this id; the nearest one is ${expected}`,
    );
  });

  it('says of guidance that cannot be checked that it is not', () => {
    expect(unknownRule('gateway-monitoring')).toBe(
      'gateway-monitoring is not checked, so it has no findings',
    );
  });

  it('finds some rule for any text', () => {
    expect(unknownRule('')).toContain('the nearest one is');
    expect(unknownRule('x'.repeat(100_000))).toContain('the nearest one is');
  });
});
