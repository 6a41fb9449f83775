import { workloadOf } from '../egress/__testUtils__/egressEstate';
import {
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { meshMtls as rule } from './mesh-mtls';

function inputFor(
  mode: string,
  parts: Parameters<typeof serviceDraft>[0] = {},
) {
  return ruleInput({
    objects: [
      {
        apiVersion: 'security.istio.io/v1',
        kind: 'PeerAuthentication',
        metadata: { name: 'default', namespace: 'shop' },
        spec: { mtls: { mode: 'PERMISSIVE' } },
      },
    ],
    services: [
      serviceDraft({
        workloads: [workloadOf()],
        eastWest: { networkPolicy: 'none', meshMtls: mode },
        ...parts,
      }),
    ],
  });
}

describe('mesh-mtls', () => {
  it.each(['permissive', 'disabled'])('finds mutual TLS that is %s', mode => {
    expect(serviceFindings(rule, inputFor(mode))).toMatchObject([
      { severity: 'low', evidence: [{ value: 'PERMISSIVE' }] },
    ]);
  });

  it('says what decides where no policy of the namespace does', () => {
    const input = inputFor('permissive', {
      namespace: 'other',
    });
    expect(serviceFindings(rule, input)[0].evidence[0].value).toBe('(absent)');
  });

  it.each(['strict', 'none'])('has nothing to say about %s', mode => {
    const input = inputFor(mode);
    expect(serviceFindings(rule, input)).toEqual([]);
    expect(rule.leavesOpen(input.draft.services[0], input)).toBe(false);
  });

  it('says that it cannot tell when the mode is not known', () => {
    const input = inputFor('unknown');
    expect(serviceFindings(rule, input)).toEqual([]);
    expect(rule.leavesOpen(input.draft.services[0], input)).toBe(true);
    const empty = inputFor('unknown', { workloads: [] });
    expect(rule.leavesOpen(empty.draft.services[0], empty)).toBe(false);
  });
});
