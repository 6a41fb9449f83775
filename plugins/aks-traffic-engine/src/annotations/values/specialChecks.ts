import { allOf, matching, ValueCheck } from './checks';
import { isInteger } from './goValues';

/** `CN=` and a regular expression. */
export const commonName: ValueCheck = value => {
  if (!value.startsWith('CN=')) {
    return 'does not begin with CN=';
  }
  return isPattern(value.slice(3))
    ? undefined
    : 'has no regular expression after CN=';
};

function isPattern(text: string): boolean {
  try {
    // Go has flags such as (?i) of its own; everything else it knows and JavaScript does not is too rare to matter.
    return new RegExp(text.replaceAll(/\(\?[imsU]+\)/g, '')) !== undefined;
  } catch {
    return false;
  }
}

/** Status codes and how long their answers are kept, such as `200 202 10m, 401 1m`. */
export const cacheDurations: ValueCheck = allOf(
  value =>
    /^[\-._~a-zA-Z0-9/:, ]*$/.test(value) ? undefined : 'is no duration',
  value =>
    value
      .split(',')
      .map(part => part.trim())
      .filter(part => part !== '')
      .every(isCacheDuration)
      ? undefined
      : 'has no time after its status codes, such as 200 202 10m',
);

function isCacheDuration(text: string): boolean {
  let seenTime = false;
  for (const word of text.split(' ').filter(part => part !== '')) {
    if (/^\d{3}$/.test(word)) {
      if (seenTime) {
        return false;
      }
    } else if (/^\d+(?:ms|s|m|h|d|w|M|y)$/.test(word)) {
      seenTime = true;
    }
  }
  return seenTime;
}

/** Origins divided by commas. One that is wrong is left out, and the others count. */
export const origins: ValueCheck = matching(
  /^(?:\*|(?:[a-z]:\/\/|\*\.|:\d|[A-Za-z0-9.,-])*)$/,
  'list of origins such as https://shop.example, divided by commas',
);

/** An origin of such a list that ingress-nginx leaves out. */
export function unusableOrigin(value: string): string | undefined {
  const all = value.split(',').map(origin => origin.trim());
  return all.includes('*')
    ? undefined
    : all.find(
        origin =>
          !/^(?:[a-z]+:\/\/(?:\*\.)?[A-Za-z0-9\-.]*(?::\d+)?|null)?$/.test(
            origin,
          ),
      );
}

/** Words for methods or headers, each with at most one comma and one space behind it. */
export const methods = matching(
  /^(?:[A-Za-z],?\s?)+$/,
  'list of methods, divided by commas',
);

export const exposedHeaders = matching(
  /^(?:[A-Za-z0-9\-_*],?\s?)+$/,
  'list of header names, divided by commas',
);

/** Status codes from 400 to 599. */
export const errorCodes = matching(
  /^(?:[45]\d\d(?:,|$))*$/,
  'list of status codes from 400 to 599, divided by commas',
);

export function statusFrom(from: number, to: number): ValueCheck {
  return value =>
    isInteger(value) && Number(value) >= from && Number(value) <= to
      ? undefined
      : `is no status from ${from} to ${to}`;
}

const failures =
  /^(?:error|timeout|invalid_header|http_(?:500|502|503|504|403|404|429)|non_idempotent|off)$/;

/** Kinds of failure as `proxy_next_upstream` knows them. */
export const retryConditions: ValueCheck = value =>
  value
    .trim()
    .split(/\s/)
    .every(word => failures.test(word))
    ? undefined
    : 'is no list of failures such as error timeout http_502';

export const tlsProtocols: ValueCheck = value =>
  value
    .split(' ')
    .every(word => /^(?:SSLv2|SSLv3|TLSv1(?:\.[123])?|)$/.test(word))
    ? undefined
    : 'is no list of protocols such as TLSv1.2 TLSv1.3';

/** Ciphers as OpenSSL names them, with strength and security level. */
export const ciphers = matching(
  /^(?:[A-Za-z0-9!:+\-_]|@STRENGTH|@SECLEVEL=[0-5])*$/,
  'list of ciphers as OpenSSL names them',
);

/** Seconds, or nothing but a zero in front, which is what ingress-nginx looks for. */
export const cookieSeconds: ValueCheck = value =>
  /^0|-?[1-9]\d*$/.test(value) ? undefined : 'is no number of seconds';

/** A page of another location, or an absolute URL or path. */
export const errorPage = matching(
  /^(?:@[A-Za-z0-9_-]+|(?:(?:https?:\/\/)?[A-Za-z0-9\-.]+(?::\d+)?)?(?:\/[A-Za-z0-9\-_.]+)*\/?)$/,
  'address of a page',
);
