import { toNotification } from './toNotification';

describe('toNotification', () => {
  it('shows what nobody would see in a name, and leads to the name as it is', () => {
    const { payload } = toNotification({
      service: {
        serviceId: '1',
        cluster: 'aks-shop',
        namespace: 'shop',
        service: 'shop\u202emoc',
        listedRetirements: '',
        retirements: [],
        findings: [],
        waivers: [],
        entityRef: 'component:default/storefront',
        entityTitle: 'Store\u200bfront',
        owner: 'group:default/shop-team',
        owners: ['group:default/shop-team'],
      },
      retirement: {
        retirement: 'RET-NGINX-COMMUNITY',
        state: 'ended',
        statement: 'Support ended.',
        doesNotMean: 'It does not stop.',
        evidence: [],
      },
      recipients: ['group:default/shop-team'],
      today: '2026-11-29',
    });

    expect(payload.title).toMatch(/^Store\\u200bfront: /);
    expect(payload.description).toContain('shop/shop\\u202emoc of');
    expect(
      new URLSearchParams(payload.link?.split('?')[1]).get('service'),
    ).toBe('aks-shop/shop/shop\u202emoc');
  });
});
