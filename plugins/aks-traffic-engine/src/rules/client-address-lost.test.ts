import { ingress } from '../__testUtils__/builders';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { clientAddressLost as rule } from './client-address-lost';

const key = 'nginx.ingress.kubernetes.io/whitelist-source-range';

function findings(
  capabilities: Record<string, string | boolean>,
  annotations: Record<string, string> = { [key]: '192.0.2.0/24' },
) {
  return serviceFindings(
    rule,
    ruleInput({
      objects: [ingress({ annotations })],
      services: [
        serviceDraft({
          entryPoints: [entryPoint({ system: 'ingress-nginx', capabilities })],
        }),
      ],
    }),
  );
}

describe('client-address-lost', () => {
  it('finds a list that is compared with addresses of nodes', () => {
    expect(findings({ clientSourceIp: false })).toMatchObject([
      { severity: 'medium', subject: { kind: 'Ingress' } },
    ]);
  });

  it('has nothing to say when the address is kept, or nobody knows', () => {
    expect(findings({ clientSourceIp: true })).toEqual([]);
    expect(findings({})).toEqual([]);
  });

  it('has nothing to say about an Ingress that does not ask for it', () => {
    expect(findings({ clientSourceIp: false }, {})).toEqual([]);
  });

  it('leaves what Front Door publishes alone, which names the client in a header', () => {
    expect(findings({ clientSourceIp: false, frontDoor: 'fd' })).toEqual([]);
  });
});
