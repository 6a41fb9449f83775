import { allOf, matching, ValueCheck } from './checks';

const letters = String.raw`\-._~a-zA-Z0-9/:`;

/** What ingress-nginx calls basic characters: names, hosts, ports and paths are made of them. */
export const plainText = matching(
  new RegExp(`^[${letters}]*$`),
  'text of letters, digits and - . _ ~ / : alone',
);

export const url = matching(
  new RegExp(`^[${letters},?&=]*$`),
  'address of a page',
);

/** A URL in which NGINX variables may stand. */
export const urlWithVariables = matching(
  new RegExp(`^[${letters}, ?&=$]*$`),
  'address of a page, with or without NGINX variables',
);

/** A host name, or a pattern for some. */
export const serverName = matching(
  new RegExp(String.raw`^[${letters}^$[\](){}*+?|&=\\]*$`),
  'host name',
);

export const serverNames: ValueCheck = value => {
  const wrong = value.split(',').find(name => serverName(name) !== undefined);
  return wrong === undefined
    ? undefined
    : 'is no list of host names, divided by commas';
};

/** A pattern without characters that could end a directive. */
export const pattern = matching(
  new RegExp(String.raw`^[${letters}^$[\](){}*+?|&=\\]*$`),
  'pattern without quotes, semicolons and the like',
);

/** A path in which `$1` and the like may stand for groups of the matched one. */
export const pathWithGroups = matching(
  new RegExp(`^/?[${letters}$]*$`),
  'path, with or without groups such as $1',
);

export const headerNames = matching(
  /^[A-Za-z0-9\-_,]*$/,
  'list of header names, divided by commas',
);

export const variables = matching(
  /^[A-Za-z0-9\-_${}]*$/,
  'text of letters, digits and NGINX variables',
);

/** The name of an object of the Ingress's own namespace, or with the namespace in front. */
export const objectName = plainText;

/** The name of an object with its namespace in front, which is not left out even for the Ingress's own. */
export const namespacedName = allOf(plainText, value =>
  /^[^/]+\/[^/]+$/.test(value)
    ? undefined
    : 'is not of the form namespace/name',
);

/** The name of a Service. */
export const serviceName: ValueCheck = value =>
  /^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(value)
    ? undefined
    : 'is no name of a Service';

/** An absolute URL with a host, which an external service has. */
export const serviceUrl = allOf(urlWithVariables, value => {
  const host = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\/([^/?#]+)/.exec(value.trim())?.[1];
  return host === undefined || host.includes('..')
    ? 'is no address of a service, such as http://auth.example/check'
    : undefined;
});

/** A URL to redirect to. */
export const redirectUrl = allOf(url, value =>
  /^http[a-z0-9+.-]*:/i.test(value.trim())
    ? undefined
    : 'does not begin with http:// or https://',
);
