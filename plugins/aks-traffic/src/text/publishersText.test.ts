import { englishTexts } from '../__testUtils__/englishTexts';
import { publishersText } from './publishersText';

const texts = englishTexts();

describe('publishersText', () => {
  it('names what stands before the address, from the outside in', () => {
    expect(
      publishersText(texts, {
        capabilities: { privateLinkService: 'pls-a', frontDoor: 'afd-a' },
      }),
    ).toBe('Front Door afd-a → Private Link service pls-a');
  });

  it('names what passes traffic on to a private address', () => {
    expect(
      publishersText(texts, {
        capabilities: { applicationGatewayInFront: 'agw' },
      }),
    ).toBe('Application Gateway agw');
    expect(
      publishersText(texts, { capabilities: { firewallInFront: 'afw' } }),
    ).toBe('Azure Firewall afw');
  });

  it('says nothing where nothing does', () => {
    expect(
      publishersText(texts, {
        capabilities: { frontDoor: false, clientSourceIp: true },
      }),
    ).toBeUndefined();
  });
});
