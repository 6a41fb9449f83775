/** Times that what was decoded is decoded again: what is in an address in base64 in JSON takes three. */
const rounds = 3;

/** Characters that are made of one text at most. */
const most = 98_304;

/** Fewer characters hold nothing that is looked for. */
const least = 10;

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Escapes of addresses, of JSON and programs, and of HTML, where signs are of no interest but for the next round. */
function unescaped(text: string): string {
  return text.replace(
    /%([\da-f]{2})|&#x([\da-f]{1,6});?|&#(\d{1,7});?|&([a-z]{2,8});|\\{1,8}(?:u([\da-f]{4})|x([\da-f]{2})|([0-3][0-7]{2})|[nrt])/gi,
    (_, address, hex, decimal, name, unicode, byte, octal) => {
      const digits = address ?? unicode ?? byte ?? hex;
      if (digits !== undefined) {
        return character(parseInt(digits, 16));
      }
      if (decimal !== undefined) {
        return character(Number(decimal));
      }
      if (octal !== undefined) {
        return character(parseInt(octal, 8));
      }
      return name === 'amp' ? '&' : ' ';
    },
  );
}

function ofQuotedPrintable(text: string): string {
  return text.replace(/=(?:\s{0,3}\n|([\da-f]{2}))/gi, (_, code) =>
    code === undefined ? '' : character(parseInt(code, 16)),
  );
}

/**
 * Takes all of a text for one piece, whatever breaks it, from each place where it may begin: words before it are of no
 * known length. Of UTF-16 the zeros are left out.
 */
function ofBytes(encoding: 'base64' | 'hex', text: string): string {
  const signs =
    encoding === 'hex'
      ? text.replace(/0x|[^\da-f]+/gi, '')
      : text.replace(/[^\w+/-]+/g, '');
  return (encoding === 'hex' ? [0, 1] : [0, 1, 2, 3])
    .map(from => Buffer.from(signs.slice(from), encoding).toString('latin1'))
    .join('\n')
    .replace(/\0+/g, '');
}

function ofNumbers(text: string): string {
  return (text.match(/\d+/g) ?? [])
    .map(Number)
    .filter(code => code < 256)
    .map(character)
    .join('');
}

const decoders: readonly ((text: string) => string)[] = [
  unescaped,
  ofQuotedPrintable,
  text => ofBytes('base64', text),
  text => ofBytes('hex', text),
  ofNumbers,
];

/** A text without what breaks it: lines end where there is no more room, within an escape as well. */
export function joined(text: string): string {
  return text.replace(/\\{1,8}\r?\n|\s+/g, '');
}

/**
 * What a text may be the encoding of: as in an address, JSON, HTML, quoted-printable, base64 or numbers of bytes,
 * several of them on top of each other. Most of it is noise. The text itself comes first.
 */
export function decodings(text: string): ReadonlySet<string> {
  const all = new Set([text]);
  let left = most;
  let latest = [text];
  for (let round = 0; round < rounds; round++) {
    const next: string[] = [];
    for (const each of latest) {
      for (const decode of decoders) {
        const decoded = decode(each).slice(0, left);
        if (decoded.length >= least && !all.has(decoded)) {
          all.add(decoded);
          next.push(decoded);
          left -= decoded.length;
        }
      }
    }
    latest = next;
  }
  return all;
}
