import fc from 'fast-check';
import { gzipSync } from 'node:zlib';

function hexOf(text: string): string[] {
  return Array.from(Buffer.from(text), byte =>
    byte.toString(16).padStart(2, '0'),
  );
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Ways in which servers, proxies and logs write what they were sent. */
export const encoders: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  'over lines': text => text.replace(/.{20}/g, '$&\n'),
  'over lines that end with a backslash': text =>
    text.replace(/.{20}/g, '$&\\\n'),
  'as base64': base64,
  'as base64 in a path': text => `/a/bc/${base64(text)}`,
  'as base64url': text => Buffer.from(text).toString('base64url'),
  'as base64 in lines of 76': text => base64(text).replace(/.{76}/g, '$&\r\n'),
  'as base64 in lines of 20': text => base64(text).replace(/.{20}/g, '$&\n'),
  'as base64 in lines of JSON': text =>
    JSON.stringify(base64(text).replace(/.{76}/g, '$&\r\n')),
  'as base64 that is cut': text => base64(text).slice(0, -3),
  'as base64 twice': text => base64(base64(text)),
  'as base64 in an address': text => encodeURIComponent(base64(text)),
  'as base64 of an address': text => base64(encodeURIComponent(text)),
  'as base64 of UTF-16': text =>
    Buffer.from(text, 'utf16le').toString('base64'),
  'as gzip': text => gzipSync(text).toString('base64'),
  'as in an address': encodeURIComponent,
  'as in an address twice': text =>
    encodeURIComponent(encodeURIComponent(text)),
  'as in an address, all of it': text =>
    hexOf(text)
      .map(code => `%${code}`)
      .join(''),
  'as in a form': text => `${new URLSearchParams({ text })}`,
  'as hexadecimal digits': text => hexOf(text).join(''),
  'as hexadecimal digits with colons': text => hexOf(text).join(':'),
  'as JSON in JSON': text => JSON.stringify(JSON.stringify({ text })),
  'with escapes of JSON': text =>
    hexOf(text)
      .map(code => `\\u00${code}`)
      .join(''),
  'with escapes of JSON for signs': text =>
    text.replace(
      /[^a-z\d]/gi,
      sign => `\\u00${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
    ),
  'with entities of HTML': text =>
    text.replace(/[^a-z]/gi, sign => `&#${sign.charCodeAt(0)};`),
  'as quoted-printable': text =>
    text
      .replace(
        /[^\w\r\n ]/g,
        sign => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      )
      .replace(/[^\r\n]{75}/g, '$&=\r\n'),
  'as numbers of bytes': text => JSON.stringify([...Buffer.from(text)]),
};

/** Secrets as tokens and passwords of clients are made. */
export const secretTexts: fc.Arbitrary<string> = fc
  .string({
    unit: fc.constantFrom(
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~+/=-',
    ),
    minLength: 20,
    maxLength: 80,
  })
  .filter(text => text.replace(/[^A-Za-z\d]/g, '').length >= 12);
