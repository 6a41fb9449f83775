import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { webcrypto } from 'node:crypto';

const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' };
const DAY = 24 * 60 * 60 * 1000;
/** The CA and all it signs live for one run of the program; the slack covers simulated clock skew. */
const VALID_BEFORE = 30 * DAY;
const VALID_AFTER = 90 * DAY;

/** A private key and its certificate, both as PEM. */
export interface IssuedCertificate {
  key: string;
  cert: string;
}

/** A throw-away certificate authority: its key exists in memory only. */
export class CertificateAuthority {
  static async create(commonName: string): Promise<CertificateAuthority> {
    cryptoProvider.set(webcrypto as Crypto);
    const keys = await generateKeys();
    const certificate = await X509CertificateGenerator.createSelfSigned({
      ...validity(),
      serialNumber: serialNumber(),
      name: `CN=${commonName}`,
      keys,
      signingAlgorithm: SIGNING_ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(
          KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
          true,
        ),
        await SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    });
    return new CertificateAuthority(certificate, keys);
  }

  /** The CA's own certificate as PEM. */
  readonly pem: string;

  private constructor(
    private readonly certificate: X509Certificate,
    private readonly keys: CryptoKeyPair,
  ) {
    this.pem = certificate.toString('pem');
  }

  /** A certificate for servers on this machine's loopback names and addresses. */
  async issueServerCertificate(): Promise<IssuedCertificate> {
    return await this.issue({
      subject: 'CN=localhost',
      usage: ExtendedKeyUsage.serverAuth,
      extensions: [
        new SubjectAlternativeNameExtension([
          { type: 'dns', value: 'localhost' },
          { type: 'ip', value: '127.0.0.1' },
          { type: 'ip', value: '::1' },
        ]),
      ],
    });
  }

  /** A client certificate as a cluster without Entra ID hands out: the organisation is the Kubernetes group. */
  async issueClientCertificate(options: {
    commonName: string;
    organization: string;
  }): Promise<IssuedCertificate> {
    return await this.issue({
      subject: `O=${options.organization}, CN=${options.commonName}`,
      usage: ExtendedKeyUsage.clientAuth,
      extensions: [],
    });
  }

  private async issue(options: {
    subject: string;
    usage: ExtendedKeyUsage;
    extensions: SubjectAlternativeNameExtension[];
  }): Promise<IssuedCertificate> {
    const keys = await generateKeys();
    const certificate = await X509CertificateGenerator.create({
      ...validity(),
      serialNumber: serialNumber(),
      subject: options.subject,
      issuer: this.certificate.subject,
      publicKey: keys.publicKey,
      signingKey: this.keys.privateKey,
      signingAlgorithm: SIGNING_ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([options.usage]),
        await SubjectKeyIdentifierExtension.create(keys.publicKey),
        await AuthorityKeyIdentifierExtension.create(this.certificate),
        ...options.extensions,
      ],
    });
    const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
    return {
      key: PemConverter.encode(key, 'PRIVATE KEY'),
      cert: certificate.toString('pem'),
    };
  }
}

async function generateKeys(): Promise<CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(KEY_ALGORITHM, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
}

function validity(): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return {
    notBefore: new Date(now - VALID_BEFORE),
    notAfter: new Date(now + VALID_AFTER),
  };
}

/** Positive and unique: OpenSSL refuses two certificates of one issuer with the same number. */
function serialNumber(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(15));
  return `01${Buffer.from(bytes).toString('hex')}`;
}
