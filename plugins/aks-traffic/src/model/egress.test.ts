import {
  azureFirewall,
  behindProxy,
  natGateway,
  unknownEgress,
} from '../../dev/fixtures/egress';
import { service } from '../../dev/fixtures/traffic';
import {
  egressOrder,
  isKnownEgressKind,
  splitHops,
  summariseEgress,
} from './egress';

describe('summariseEgress', () => {
  it('keeps pools that leave by different ways apart', () => {
    const summaries = summariseEgress([
      service({ egress: [azureFirewall(['batch']), natGateway(['apps'])] }),
    ]);
    expect(
      summaries.map(({ kind, nodePools }) => ({ kind, nodePools })),
    ).toEqual([
      { kind: 'nat-gateway', nodePools: ['apps'] },
      { kind: 'azure-firewall', nodePools: ['batch'] },
    ]);
  });

  it('merges equal ways of one cluster and collects their pools', () => {
    const summaries = summariseEgress([
      service({ egress: [natGateway(['apps'])] }),
      service({ service: 'cart', egress: [natGateway(['web', 'apps'])] }),
    ]);
    expect(summaries).toHaveLength(1);
    expect(summaries[0].nodePools).toEqual(['apps', 'web']);
    expect(summaries[0].paths).toHaveLength(2);
  });

  it('keeps the clusters apart', () => {
    const summaries = summariseEgress([
      service({ egress: [natGateway()] }),
      service({ cluster: 'aks-shop-neu', egress: [natGateway()] }),
    ]);
    expect(summaries.map(({ cluster }) => cluster)).toEqual([
      'aks-shop-weu',
      'aks-shop-neu',
    ]);
  });

  it('does not lose a service that no way out was found for', () => {
    const summaries = summariseEgress([
      service({ egress: [natGateway()] }),
      service({ service: 'cart', egress: [] }),
    ]);
    expect(summaries.map(({ kind }) => kind)).toEqual([
      'unknown',
      'nat-gateway',
    ]);
  });

  it('puts what is not known before what is', () => {
    const [first] = summariseEgress([
      service({ egress: [natGateway(), unknownEgress()] }),
    ]);
    expect(first.kind).toBe('unknown');
  });
});

describe('egressOrder', () => {
  it('ranks every kind there is', () => {
    expect(egressOrder.every(isKnownEgressKind)).toBe(true);
    expect(new Set(egressOrder).size).toBe(10);
  });
});

describe('splitHops', () => {
  it('does not take a proxy that some clients use for a step that all traffic takes', () => {
    const { hops } = behindProxy();
    expect(splitHops(hops)).toEqual({
      steps: [hops[0]],
      proxies: [hops[1]],
      endpoints: [],
    });
  });

  it('does not take private endpoints for steps on the way to the internet', () => {
    const [gateway] = natGateway().hops;
    const endpoint = { kind: 'private-endpoint', name: 'pe-sql' };
    expect(splitHops([gateway, endpoint])).toEqual({
      steps: [gateway],
      proxies: [],
      endpoints: [endpoint],
    });
  });

  it('keeps steps it has no name for', () => {
    const hops = [{ kind: 'wormhole', name: 'w-1' }];
    expect(splitHops(hops)).toEqual({
      steps: hops,
      proxies: [],
      endpoints: [],
    });
  });
});
