import { azureRow, net } from '../egress/__testUtils__/egressEstate';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { frontDoorClassicRetirement as rule } from './front-door-classic-retirement';

const frontDoor = azureRow(net('frontDoors/edge'), {
  backendPools: [
    { properties: { backends: [{ address: 'origin.shop.example' }] } },
  ],
});

function findingsFor(hosts: string[], addresses: string[], now?: string) {
  return serviceFindings(
    rule,
    ruleInput({
      now,
      rows: [frontDoor],
      services: [
        serviceDraft({ entryPoints: [entryPoint({ hosts, addresses })] }),
      ],
    }),
  );
}

describe('front-door-classic-retirement', () => {
  it('finds services whose host is a backend', () => {
    expect(findingsFor(['origin.shop.example'], [])).toMatchObject([
      { severity: 'low', deadline: '2027-03-31' },
    ]);
    expect(
      findingsFor(['origin.shop.example'], [], '2027-04-01'),
    ).toMatchObject([{ severity: 'critical' }]);
  });

  it('has nothing to say about other hosts', () => {
    expect(findingsFor(['shop.example'], ['20.1.1.1'])).toEqual([]);
  });
});
