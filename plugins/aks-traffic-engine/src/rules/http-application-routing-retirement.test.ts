import { clusterRow } from '../egress/__testUtils__/egressEstate';
import {
  controller,
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

  it('sees its controller where the row of the cluster does not speak of it', () => {
    const input = ruleInput({
      controllers: [
        controller({ system: 'http-application-routing', name: 'left-over' }),
        controller({ system: 'app-routing-nginx' }),
      ],
    });
    expect(rule.cluster(input)).toMatchObject([
      { severity: 'critical', message: expect.stringContaining('left-over') },
    ]);
  });

  it.each([
    ['proven', 'Ingress shop/web is served'],
    ['inferred', 'Ingress shop/web seems to be served'],
  ] as const)('says how sure it is: %s', (confidence, message) => {
    const input = ruleInput({
      services: [
        serviceDraft({
          entryPoints: [
            entryPoint({ system: 'http-application-routing', confidence }),
          ],
        }),
      ],
    });
    expect(serviceFindings(rule, input)[0].message).toContain(message);
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
