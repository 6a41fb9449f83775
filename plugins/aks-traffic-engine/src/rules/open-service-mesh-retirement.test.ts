import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { ruleInput } from './__testUtils__/ruleInput';
import { openServiceMeshRetirement as rule } from './open-service-mesh-retirement';

describe('open-service-mesh-retirement', () => {
  const findingsFor = (row: Parameters<typeof clusterRow>[0], now?: string) =>
    rule.cluster(ruleInput({ rows: [clusterRow(row)], now }));

  it.each([
    [true, '2026-11-22', 'low'],
    [true, '2027-09-15', 'high'],
    [false, '2027-09-15', undefined],
  ])('enabled %s at %s: %s', (enabled, now, severity) => {
    const [finding] = findingsFor(
      { properties: { addonProfiles: { openServiceMesh: { enabled } } } },
      now,
    );
    expect(finding?.severity).toBe(severity);
  });

  it('is silent where the row of the cluster was not read', () => {
    expect(rule.cluster(ruleInput())).toEqual([]);
  });
});
