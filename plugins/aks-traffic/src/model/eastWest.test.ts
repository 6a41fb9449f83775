import { service } from '../../dev/fixtures/traffic';
import { splitNetworkPolicy, summariseEastWest } from './eastWest';

function serviceWith(networkPolicy: string, meshMtls = 'none') {
  return service({ eastWest: { networkPolicy, meshMtls } });
}

describe('summariseEastWest', () => {
  it('puts services in the same state together, the weakest state first', () => {
    const services = [
      serviceWith('default-deny (ingress)'),
      serviceWith('none', 'strict'),
      serviceWith('default-deny (ingress)'),
      serviceWith('none', 'unknown'),
    ];
    expect(summariseEastWest(services)).toEqual([
      { networkPolicy: 'none', meshMtls: 'unknown', services: [services[3]] },
      { networkPolicy: 'none', meshMtls: 'strict', services: [services[1]] },
      {
        networkPolicy: 'default-deny (ingress)',
        meshMtls: 'none',
        services: [services[0], services[2]],
      },
    ]);
  });

  it('puts words it does not know first, because they may mean anything', () => {
    expect(
      summariseEastWest([
        serviceWith('none'),
        serviceWith('toString', '__proto__'),
      ]).map(summary => summary.networkPolicy),
    ).toEqual(['toString', 'none']);
  });
});

describe('splitNetworkPolicy', () => {
  it('takes the policy apart from whether something carries it out', () => {
    expect(
      splitNetworkPolicy('default-deny (ingress), enforcement unknown'),
    ).toEqual({ word: 'default-deny (ingress)', isEnforcementKnown: false });
    expect(splitNetworkPolicy('allow-all')).toEqual({
      word: 'allow-all',
      isEnforcementKnown: true,
    });
  });
});
