import { clusterRow } from '../egress/__testUtils__/egressEstate';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { httpApplicationRoutingRetirement as rule } from './http-application-routing-retirement';

describe('http-application-routing-retirement', () => {
  it('is critical for services behind the add-on', () => {
    const input = ruleInput({
      services: [
        serviceDraft({
          entryPoints: [entryPoint({ system: 'http-application-routing' })],
        }),
      ],
    });
    expect(serviceFindings(rule, input)).toMatchObject([
      { severity: 'critical', deadline: '2025-03-03' },
    ]);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('sees the add-on of the cluster: %s', (enabled, count) => {
    const input = ruleInput({
      rows: [
        clusterRow({
          properties: {
            addonProfiles: { HTTPApplicationRouting: { enabled } },
          },
        }),
      ],
    });
    expect(rule.cluster(input)).toHaveLength(count);
  });
});
