import { clusterRow } from '../egress/__testUtils__/egressEstate';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { nodeExposure as rule } from './node-exposure';

const findings = (parts: Parameters<typeof entryPoint>[0]) =>
  serviceFindings(
    rule,
    ruleInput({
      services: [serviceDraft({ entryPoints: [entryPoint(parts)] })],
    }),
  );

describe('node-exposure', () => {
  it.each([
    ['node-port', 'low'],
    ['public', 'medium'],
  ] as const)('finds a node port that is %s', (exposure, severity) => {
    expect(findings({ system: 'node-port-service', exposure })).toMatchObject([
      { severity },
    ]);
  });

  it('has nothing to say about other ways in', () => {
    expect(
      findings({ system: 'load-balancer-service', exposure: 'public' }),
    ).toEqual([]);
  });

  it('finds pools whose nodes have public addresses', () => {
    const input = ruleInput({
      rows: [
        clusterRow({
          pools: [{ name: 'in' }, { name: 'out', enableNodePublicIP: true }],
        }),
      ],
    });
    const [finding, ...others] = rule.cluster(input);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'low' });
    expect(finding.message).toContain('Nodes of out in cluster');
  });

  it('has nothing to say about clusters without', () => {
    expect(rule.cluster(ruleInput({ rows: [clusterRow()] }))).toEqual([]);
    expect(rule.cluster(ruleInput())).toEqual([]);
  });
});
