import { FaultFormatError, parseFault } from './parseFault';

const targets = ['entra', 'arm', 'resource-graph', 'azure', 'shop'];

describe('parseFault', () => {
  it('accepts every kind of effect', () => {
    const effects = [
      { kind: 'refuse' },
      { kind: 'hang' },
      { kind: 'hang-at-connect' },
      { kind: 'hang-in-handshake' },
      { kind: 'slow', delayMs: 10 },
      { kind: 'cut', fraction: 0.5 },
      { kind: 'stall', fraction: 0.5 },
      { kind: 'html' },
      { kind: 'unauthorized' },
      { kind: 'forbidden' },
      { kind: 'server-error', status: 503 },
      { kind: 'expired-continue' },
      { kind: 'throttled' },
      { kind: 'throttled', retryAfterSeconds: 1 },
      { kind: 'clock-skew', seconds: -300 },
      { kind: 'nonsense' },
      { kind: 'echo' },
      { kind: 'echo', status: 403, encoding: 'base64' },
      { kind: 'echo', encoding: 'url' },
      { kind: 'redirect', location: 'https://localhost:1/' },
      { kind: 'garbled' },
      { kind: 'rewrite', text: 'a', by: '' },
      { kind: 'not-found' },
    ];
    for (const effect of effects) {
      const value = { id: 'a', target: 'shop', effect };
      expect(parseFault({ value, targets })).toEqual(value);
    }
  });

  it.each([
    { kind: 'hidden', id: '/subscriptions/s' },
    { kind: 'truncated' },
    { kind: 'lost-skip-token' },
  ])('accepts %j from Resource Graph alone', effect => {
    const fault = (target: string) => ({ id: 'a', target, effect });
    expect(parseFault({ value: fault('resource-graph'), targets })).toEqual(
      fault('resource-graph'),
    );
    expect(() => parseFault({ value: fault('shop'), targets })).toThrow(
      /is for resource-graph/,
    );
  });

  it('accepts short tokens from where tokens come from', () => {
    const value = {
      id: 'a',
      target: 'entra',
      effect: { kind: 'short-tokens', lifetimeSeconds: 5 },
    };
    expect(parseFault({ value, targets })).toEqual(value);
  });

  it('has connections hang at the address that the parts of Azure share, and requests at one of the parts', () => {
    const parse = (target: string, kind: string) =>
      parseFault({ value: { id: 'a', target, effect: { kind } }, targets });
    expect(parse('azure', 'hang-at-connect')).toMatchObject({
      target: 'azure',
    });
    expect(() => parse('arm', 'hang-in-handshake')).toThrow(/shares/);
    expect(() => parse('azure', 'hang')).toThrow(/not for azure/);
  });

  it.each([
    [
      {
        id: 'a',
        target: 'shop',
        effect: { kind: 'short-tokens', lifetimeSeconds: 5 },
      },
      /short-tokens/,
    ],
    [
      { id: 'a', target: 'arm', effect: { kind: 'expired-continue' } },
      /expired-continue/,
    ],
    [
      {
        id: 'a',
        target: 'arm',
        times: 2,
        effect: { kind: 'clock-skew', seconds: 5 },
      },
      /clock-skew/,
    ],
    [
      {
        id: 'a',
        target: 'shop',
        times: 1,
        effect: { kind: 'hang-at-connect' },
      },
      /hang-at-connect/,
    ],
    [{ id: 'a', target: 'shopp', effect: { kind: 'hang' } }, /target: 'shopp'/],
    [{ id: 'a', target: 'shop', effect: { kind: 'burn' } }, /effect\.kind/],
    [{ id: 'a', target: 'shop', effect: { kind: 'slow' } }, /effect\.delayMs/],
    [
      { id: 'a', target: 'shop', effect: { kind: 'cut', fraction: 2 } },
      /effect\.fraction/,
    ],
    [{ id: 'a', target: 'shop', times: 0, effect: { kind: 'hang' } }, /times/],
    [{ id: 'a', target: 'shop', tiems: 1, effect: { kind: 'hang' } }, /tiems/],
    ['hang', /fault/],
  ])('names what is wrong with %j', (value, message) => {
    expect(() => parseFault({ value, targets })).toThrow(FaultFormatError);
    expect(() => parseFault({ value, targets })).toThrow(message);
  });
});
