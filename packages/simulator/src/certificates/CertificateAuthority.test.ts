import { X509Certificate } from 'node:crypto';
import { Agent, fetch } from 'undici';
import { jsonReply, sendReply, startServer } from '../http';
import { CertificateAuthority } from './CertificateAuthority';

describe('CertificateAuthority', () => {
  it('issues server certificates that a client trusting the CA accepts by name and by address', async () => {
    const authority = await CertificateAuthority.create('Simulated Azure');
    const server = await startServer({
      certificate: await authority.issueServerCertificate(),
      handler: async (request, response) =>
        sendReply({ request, response, reply: jsonReply(200, { ok: true }) }),
    });
    const dispatcher = new Agent({ connect: { ca: authority.pem } });
    try {
      for (const host of ['localhost', '127.0.0.1']) {
        const answer = await fetch(`https://${host}:${server.port}/`, {
          dispatcher,
        });
        expect(await answer.json()).toEqual({ ok: true });
      }
      await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    } finally {
      await dispatcher.close();
      await server.close();
    }
  });

  it('puts user and group of a client certificate where Kubernetes looks for them', async () => {
    const authority = await CertificateAuthority.create('Simulated cluster');
    const { cert } = await authority.issueClientCertificate({
      commonName: 'clusterUser',
      organization: 'system:masters',
    });
    const certificate = new X509Certificate(cert);
    expect(certificate.subject.split('\n').sort()).toEqual([
      'CN=clusterUser',
      'O=system:masters',
    ]);
    expect(
      certificate.verify(new X509Certificate(authority.pem).publicKey),
    ).toBe(true);
  });
});
