import { addressKind } from './addressKind';

describe('addressKind', () => {
  it.each([
    '10.0.0.4',
    '172.16.0.1',
    '172.31.255.1',
    '192.168.1.1',
    '100.64.0.1',
    '100.127.9.9',
    '169.254.1.1',
    'fd00::1',
    'fe80::1',
  ])('calls %s private', address =>
    expect(addressKind(address)).toBe('private'),
  );

  it.each(['20.82.9.10', '172.32.0.1', '100.128.0.1', '2603:1020:201:10::1a7'])(
    'calls %s public',
    address => expect(addressKind(address)).toBe('public'),
  );

  it.each(['hyfx.fz76.alb.azure.com', '10.example.com', ''])(
    'does not judge the host name %j',
    address => expect(addressKind(address)).toBe('name'),
  );
});
