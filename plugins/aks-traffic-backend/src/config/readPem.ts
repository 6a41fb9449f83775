import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { InputError, toError } from '@backstage/errors';

/**
 * Reads a certificate authority given as PEM, or as base64 of PEM.
 *
 * @param options.key - where it was configured, for the error.
 */
export function readPem(options: { key: string; value: string }): string {
  const { key, value } = options;
  const pem = value.includes('-----BEGIN')
    ? value
    : Buffer.from(value, 'base64').toString('utf8');
  try {
    // Reads the first certificate of a bundle, which is enough to tell certificates from anything else.
    return new X509Certificate(pem) && pem;
  } catch {
    throw new InputError(
      `Invalid configuration at ${key}: is not a certificate in PEM format, nor one in base64`,
    );
  }
}

/** Reads a certificate authority from a file. */
export function readPemFile(options: { key: string; path: string }): string {
  const { key, path } = options;
  let value: string;
  try {
    value = readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(
      `Invalid configuration at ${key}: the file cannot be read: ${
        toError(error).message
      }`,
    );
  }
  return readPem({ key, value });
}
