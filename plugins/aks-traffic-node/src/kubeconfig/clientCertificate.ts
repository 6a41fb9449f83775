import { createPrivateKey, X509Certificate } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { ClientCertificate } from '../extensions';

/**
 * Makes sure that a certificate and a key can be used together, because TLS says so late and in riddles.
 *
 * @param owner - what they are called in errors.
 * @throws InputError when they cannot.
 */
export function checkClientCertificate(
  { certificate, key }: ClientCertificate,
  owner: string,
): void {
  let isPair: boolean;
  try {
    isPair = new X509Certificate(certificate).checkPrivateKey(
      createPrivateKey(key),
    );
  } catch {
    throw new InputError(
      `The client certificate and key of ${owner} cannot be read: both have to be PEM, and the key not encrypted`,
    );
  }
  if (!isPair) {
    throw new InputError(
      `The client certificate of ${owner} does not belong to its key`,
    );
  }
}
