import { generateKeyPairSync, KeyObject, sign } from 'node:crypto';

/** A certificate and its private key, both as PEM. */
export interface IssuedCertificate {
  certificate: string;
  key: string;
}

/** A throw-away certificate authority; Node reads certificates but cannot write them. */
export class TestAuthority {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly name: string;
  private serial = 1;
  readonly certificate: string;

  constructor(name: string) {
    this.name = name;
    this.certificate = this.sign({
      name,
      publicKey: this.keys.publicKey,
      extensions: [
        extension('551d13', sequence(tagged(0x01, Buffer.from([0xff])))),
      ],
    });
  }

  /** A certificate for a server on localhost, or for a client. */
  issue(name: string): IssuedCertificate {
    const { publicKey, privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
    });
    return {
      certificate: this.sign({
        name,
        publicKey,
        extensions: [
          extension('551d11', sequence(tagged(0x82, Buffer.from('localhost')))),
        ],
      }),
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
  }

  private sign(options: {
    name: string;
    publicKey: KeyObject;
    extensions: Buffer[];
  }): string {
    const { name, publicKey, extensions } = options;
    const now = Date.now();
    const day = 24 * 60 * 60 * 1000;
    const algorithm = sequence(identifier('2a8648ce3d040302'));
    const body = sequence(
      tagged(0xa0, tagged(0x02, Buffer.from([2]))),
      tagged(0x02, Buffer.from([this.serial++])),
      algorithm,
      distinguishedName(this.name),
      sequence(time(now - day), time(now + 30 * day)),
      distinguishedName(name),
      publicKey.export({ type: 'spki', format: 'der' }),
      tagged(0xa3, sequence(...extensions)),
    );
    const signature = sign('sha256', body, this.keys.privateKey);
    const whole = sequence(body, algorithm, bits(signature));
    return `-----BEGIN CERTIFICATE-----\n${whole
      .toString('base64')
      .replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  }
}

function tagged(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const head = [tag, length];
  if (length >= 0x100) {
    head.splice(1, 1, 0x82, Math.floor(length / 0x100), length % 0x100);
  } else if (length >= 0x80) {
    head.splice(1, 1, 0x81, length);
  }
  return Buffer.concat([Buffer.from(head), body]);
}

function sequence(...content: Buffer[]): Buffer {
  return tagged(0x30, ...content);
}

function identifier(hexadecimal: string): Buffer {
  return tagged(0x06, Buffer.from(hexadecimal, 'hex'));
}

function bits(content: Buffer): Buffer {
  return tagged(0x03, Buffer.from([0]), content);
}

function distinguishedName(commonName: string): Buffer {
  return sequence(
    tagged(
      0x31,
      sequence(identifier('550403'), tagged(0x0c, Buffer.from(commonName))),
    ),
  );
}

function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/[-:T]/g, '');
  return tagged(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(identifier(id), tagged(0x04, value));
}
