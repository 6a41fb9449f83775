import {
  AddressNotAllowedError,
  checkAddress,
  guardedLookup,
} from './addressRules';

const refusal = (address: string, allowed: 'public' | 'private') => {
  try {
    checkAddress(address, allowed);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(AddressNotAllowedError);
    return (error as Error).message;
  }
};

describe('checkAddress', () => {
  it.each([
    '20.50.1.2',
    '2603:1020::1',
    '172.32.0.1',
    '100.128.0.1',
    '64:ff9b::20.50.1.2',
  ])('lets %s pass, which is public', address => {
    expect(refusal(address, 'public')).toBeUndefined();
    expect(refusal(address, 'private')).toBeUndefined();
  });

  it.each([
    '10.1.2.3',
    '172.16.0.4',
    '192.168.1.1',
    '100.64.0.1',
    '127.0.0.1',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::10.0.0.1',
  ])('lets %s pass where private networks are allowed alone', address => {
    expect(refusal(address, 'public')).toContain('private network');
    expect(refusal(address, 'private')).toBeUndefined();
  });

  it.each([
    '169.254.169.254',
    '168.63.129.16',
    'fe80::1',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::1',
    '2002:a9fe:a9fe::1',
    '::127.0.0.1',
    'fec0::1',
    '198.18.0.1',
    '192.0.0.192',
  ])('never lets %s pass', address => {
    expect(refusal(address, 'private')).toContain('no API server has');
  });
});

describe('guardedLookup', () => {
  it.each([{ all: true }, { all: false }])(
    'refuses a name that resolves to this machine (%j)',
    async options => {
      const look = (allowed: 'public' | 'private') =>
        new Promise(done => {
          guardedLookup(allowed)('localhost', options, error => done(error));
        });
      expect(await look('public')).toBeInstanceOf(AddressNotAllowedError);
      expect(await look('private')).toBeNull();
    },
  );
});
