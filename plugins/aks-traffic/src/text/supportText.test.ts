import {
  communityNginxRetirement,
  httpApplicationRoutingRetirement,
  managedNginxRetirement,
} from '../../dev/fixtures/retirements';
import { englishTexts } from '../__testUtils__/englishTexts';
import { supportOf } from '../model/support';
import { supportText } from './supportText';

const texts = englishTexts();

function textOf(options: Partial<Parameters<typeof supportOf>[0]>) {
  return supportText(
    texts,
    supportOf({
      system: 'app-routing-nginx',
      retirement: undefined,
      now: new Date('2026-11-22T09:00:00Z'),
      ...options,
    }),
  );
}

describe('supportText', () => {
  it('names the last day of support, or the month where the source names no day', () => {
    expect(
      textOf({ retirement: { ...managedNginxRetirement, precision: 'day' } }),
    ).toBe('Support ends 30 November 2026');
    expect(textOf({ retirement: managedNginxRetirement })).toBe(
      'Supported through November 2026',
    );
  });

  it('refers to the announcement once managed NGINX is past its month', () => {
    expect(
      textOf({
        retirement: managedNginxRetirement,
        now: new Date('2026-12-01T00:00:00Z'),
      }),
    ).toBe(
      'Support ended in November 2026 according to the last statement seen',
    );
  });

  it('is no more exact about a past end than its source', () => {
    expect(textOf({ retirement: communityNginxRetirement })).toBe(
      'Support ended March 2026',
    );
    expect(textOf({ retirement: httpApplicationRoutingRetirement })).toBe(
      'Support ended 3 March 2025',
    );
  });

  it.each([
    ['application-gateway-for-containers', 'Supported'],
    ['application-gateway-ingress-controller', 'No retirement announced'],
    ['application-network', 'Preview'],
    ['unknown', 'Support state not known'],
  ])('says of %s: %s', (system, text) => {
    expect(textOf({ system })).toBe(text);
  });

  it('does not make up a date for a retirement that has none of its own', () => {
    expect(
      textOf({ retirement: { ...managedNginxRetirement, date: undefined } }),
    ).toBe('Support limited');
  });
});
