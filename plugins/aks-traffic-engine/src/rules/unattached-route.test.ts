import { proof, ruleInput } from './__testUtils__/ruleInput';
import { unattachedRoute as rule } from './unattached-route';

describe('unattached-route', () => {
  const findingsFor = (kind: string) => {
    const orphan = {
      resource: {
        apiVersion: 'example.com/v1',
        kind,
        namespace: 'shop',
        name: 'web',
      },
      reason: 'nothing serves it',
      evidence: [proof],
    };
    const input = ruleInput({ orphans: [orphan] });
    return rule.orphan(orphan, input);
  };

  it.each(['HTTPRoute', 'TLSRoute', 'VirtualService', 'HTTPProxy'])(
    'finds %s',
    kind => {
      const [finding] = findingsFor(kind);
      expect(finding.message).toContain(`${kind} shop/web`);
      expect(finding.message).toContain('nothing serves it');
      expect(finding.evidence).toEqual([proof]);
    },
  );

  it.each(['Ingress', 'IngressClass'])('leaves %s to the other rule', kind => {
    expect(findingsFor(kind)).toEqual([]);
  });
});
