import {
  proof,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { defaultOutboundAccessRetirement } from './default-outbound-access-retirement';

describe('default-outbound-access-retirement', () => {
  const path = {
    hops: [],
    publicIps: [],
    nodePools: ['lab'],
    evidence: [proof],
  };

  it('finds services that leave by an address nobody owns', () => {
    const input = ruleInput({
      services: [
        serviceDraft({
          egress: [{ ...path, kind: 'default-outbound-access' }],
        }),
      ],
    });
    expect(
      serviceFindings(defaultOutboundAccessRetirement, input),
    ).toMatchObject([
      { severity: 'medium', subject: { kind: 'Service', name: 'web' } },
    ]);
  });

  it('has nothing to say about other ways out', () => {
    const input = ruleInput({
      services: [serviceDraft({ egress: [{ ...path, kind: 'nat-gateway' }] })],
    });
    expect(serviceFindings(defaultOutboundAccessRetirement, input)).toEqual([]);
  });
});
