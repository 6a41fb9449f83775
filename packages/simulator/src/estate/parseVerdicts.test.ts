import * as fc from 'fast-check';
import { parseServiceMark, parseVerdict } from './parseVerdicts';
import { egressKinds, exposures, ingressSystems, risks } from './vocabulary';

const complete =
  'verdict: systems=traefik,istio exposure=public egress=nat-gateway,load-balancer risk=high entity=component:default/shop because=a=b, and more';

describe('parseVerdict', () => {
  it('reads every part, lists sorted, the reason to the end of the line', () => {
    expect(parseVerdict(complete)).toEqual({
      systems: ['istio', 'traefik'],
      exposure: 'public',
      egress: ['load-balancer', 'nat-gateway'],
      risk: 'high',
      entity: 'component:default/shop',
      because: 'a=b, and more',
    });
  });

  it('reads a dash as no system at all, and an entity may be absent', () => {
    expect(
      parseVerdict(
        'verdict: systems=- exposure=cluster-only egress=unknown risk=none because=nothing leads in',
      ),
    ).toEqual({
      systems: [],
      exposure: 'cluster-only',
      egress: ['unknown'],
      risk: 'none',
      because: 'nothing leads in',
    });
  });

  it.each([
    ['another word', complete.replace('traefik', 'trafik'), /'trafik' is no/],
    ['a missing part', complete.replace('risk=high ', ''), /'risk='/],
    ['an empty part', complete.replace('risk=high', 'risk='), /'risk='/],
    ['no reason', complete.replace(/because=.*/, ''), /'because='/],
    ['a part twice', complete.replace('risk', 'risk=low risk'), /twice/],
    ['a word twice', complete.replace('istio', 'traefik'), /twice/],
    ['an unknown part', complete.replace('risk', 'riks'), /'riks=high'/],
    ['text without a part', complete.replace('risk=', 'risk '), /'risk'/],
    ['no entity reference', complete.replace('component:', ''), /reference/],
    ['another comment', 'this is nice', /starts with/],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseVerdict(text)).toThrow(message);
  });

  it('reads back what it is given, whatever the words and the reason', () => {
    const subset = (words: readonly string[]) =>
      fc.uniqueArray(fc.constantFrom(...words));
    fc.assert(
      fc.property(
        fc.record({
          systems: subset(ingressSystems),
          exposure: fc.constantFrom(...exposures),
          egress: subset(egressKinds),
          risk: fc.constantFrom(...risks),
          because: fc
            .string({ minLength: 1 })
            .map(text => text.trim())
            .filter(text => text !== '' && !/[\n\r\u2028\u2029]/.test(text)),
        }),
        statement => {
          const list = (words: string[]) => words.join(',') || '-';
          expect(
            parseVerdict(
              `verdict: systems=${list(statement.systems)} exposure=${
                statement.exposure
              } egress=${list(statement.egress)} risk=${
                statement.risk
              } because=${statement.because}`,
            ),
          ).toEqual({
            ...statement,
            systems: [...statement.systems].sort(),
            egress: [...statement.egress].sort(),
          });
        },
      ),
    );
  });
});

describe('parseServiceMark', () => {
  it('finds the verdict among other comments', () => {
    expect(
      parseServiceMark(['# Trap: looks internal.', `# ${complete}`]),
    ).toMatchObject({ kind: 'verdict', statement: { exposure: 'public' } });
  });

  it('knows infrastructure', () => {
    expect(parseServiceMark(['# infrastructure'])).toEqual({
      kind: 'infrastructure',
    });
  });

  it('refuses a Service without a mark, and one with two', () => {
    expect(() => parseServiceMark(['# only prose'])).toThrow(/needs a comment/);
    expect(() =>
      parseServiceMark(['# infrastructure', `# ${complete}`]),
    ).toThrow(/one verdict only/);
  });
});
