import { parseBoolean } from '../../annotations/values/goValues';
import { intersectHostnames } from '../../entryPoints/gatewayApi/hostnames';
import { nameOfHost, withDigest } from '../emit/names';
import { MigrationContext } from '../MigrationContext';
import { RouteRule } from '../rules/RouteRule';
import { IngressSource } from './IngressSource';
import { otherSystem } from './otherSystems';

/** Where the certificate of a host comes from. */
export type Certificate =
  | { secret: string; namespace: string }
  | {
      keyVaultUri: string;
      serviceAccount?: string;
      /** Secret that the add-on puts the certificate into, where the Ingress names it. */
      copy?: string;
      namespace: string;
    };

/** One host, the rules for it, and how it is reached. */
export interface HostPlan {
  /** Absent for any host. */
  host?: string;
  /** Name for objects and listeners of the host; no other host has it. */
  name: string;
  rules: RouteRule[];
  /** Absent without TLS. */
  certificate?: Certificate;
  isTls: boolean;
  /** Ingresses whose plain requests are redirected to TLS. */
  redirecting: ReadonlySet<IngressSource>;
  /** The Ingress that passes TLS on to its Services; the rules of this host are its. */
  passthrough?: IngressSource;
}

const keyVaultUri = 'kubernetes.azure.com/tls-cert-keyvault-uri';
const serviceAccount = 'kubernetes.azure.com/tls-cert-service-account';

/** Sorts rules by host, with other names of a host as hosts of their own. */
export function hostPlans(
  rules: readonly RouteRule[],
  context: MigrationContext,
): HostPlan[] {
  const byHost = new Map<string, RouteRule[]>();
  for (const rule of rules) {
    const aliases = rule.isOfOneHost ? [] : aliasesOf(rule.source, context);
    for (const host of [rule.path.host, ...aliases]) {
      const known = byHost.get(host ?? '');
      if (known) {
        known.push(rule);
      } else {
        byHost.set(host ?? '', [rule]);
      }
    }
  }
  const taken = new Set<string>();
  return [...byHost]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([host, ofHost]) => ({
      ...planOf(host, ofHost, context),
      name: freeName(host, taken),
    }));
}

/** `a.b` and `a-b` read the same in a name, so the second one gets a digest. */
function freeName(host: string, taken: Set<string>): string {
  const short = nameOfHost(host === '' ? undefined : host);
  const name = taken.has(short) ? withDigest(short, host) : short;
  taken.add(name);
  return name;
}

function planOf(
  host: string,
  rules: RouteRule[],
  context: MigrationContext,
): Omit<HostPlan, 'name'> {
  const sources = [...new Set(rules.map(({ source }) => source))];
  const passthrough = sources.find(({ nginx }) =>
    isOn(nginx.get('ssl-passthrough')),
  );
  const isTls = sources.some(source => coversTls(source, host));
  const certificate = isTls ? certificateOf(sources, host, context) : undefined;
  if (isTls) {
    sources.forEach(source => sayWhatIsRedirectedNow(source, context));
  } else if (!passthrough) {
    sayThatItIsPlain(host, sources[0], context);
    sayWhatIsNotRedirected(sources, context);
  }
  return {
    ...(host !== '' && { host }),
    rules,
    isTls,
    ...(certificate && { certificate }),
    redirecting: new Set(
      sources.filter(
        ({ nginx }) =>
          isOn(nginx.get('force-ssl-redirect')) ||
          (isTls && parseBoolean(nginx.get('ssl-redirect') ?? '') !== false),
      ),
    ),
    ...(passthrough && { passthrough }),
  };
}

/** The routes send plain requests to HTTPS wherever there is TLS, which not every system does by itself. */
function sayWhatIsRedirectedNow(
  source: IngressSource,
  context: MigrationContext,
): void {
  const { served } = source;
  if (!served.isNginx && otherSystem(served.system).redirects !== true) {
    context.note(
      source,
      'check',
      'ssl-redirect',
      `The routes send plain requests to HTTPS. ${served.title} ${
        otherSystem(served.system).redirects === false
          ? 'does so only when it is told to'
          : 'may answer them as they are'
      }: see that no client depends on plain HTTP.`,
    );
  }
}

/** Nobody asked for a certificate, and none can be made up. */
function sayThatItIsPlain(
  host: string,
  source: IngressSource,
  context: MigrationContext,
): void {
  context.note(
    source,
    'decide',
    'tls',
    `No TLS is asked for ${
      host === '' ? 'hosts without a name' : host
    }, so the Gateway serves plain HTTP.${
      source.served.isNginx
        ? ' NGINX answers HTTPS too, with its default certificate.'
        : ''
    } Give the listener a certificate, unless whoever is on the way may read and change what is sent.`,
  );
}

/** Without a certificate NGINX still redirects when it is forced to, which only helps where something in front ends TLS. */
function sayWhatIsNotRedirected(
  sources: readonly IngressSource[],
  context: MigrationContext,
): void {
  for (const source of sources) {
    if (isOn(source.nginx.get('force-ssl-redirect'))) {
      context.note(
        source,
        'decide',
        'force-ssl-redirect',
        'NGINX redirects plain requests to HTTPS although the Ingress has no TLS, as behind something that ends TLS in front. The route serves them as they are: give the host a certificate, or redirect in front of the Gateway.',
      );
    }
  }
}

function isOn(value: string | undefined): boolean {
  return parseBoolean(value ?? '') === true;
}

/** Other host names for the same paths. A name written as a regular expression has no counterpart. */
function aliasesOf(source: IngressSource, context: MigrationContext): string[] {
  const names = (source.nginx.get('server-alias') ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  const plain = names.filter(name =>
    /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(
      name,
    ),
  );
  if (plain.length < names.length) {
    context.note(
      source,
      'decide',
      'server-alias',
      'An alias is a regular expression, or no host name in lower case; a route takes exact names and *.domain only. List the names it stands for.',
    );
  }
  return plain;
}

function coversTls({ tls }: IngressSource, host: string): boolean {
  return tls.some(({ hosts }) => covers(hosts, host));
}

/** An entry without hosts is for all of them. */
function covers(hosts: readonly string[], host: string): boolean {
  return (
    hosts.length === 0 ||
    (host !== '' && intersectHostnames([host], [...hosts]).length > 0)
  );
}

function certificateOf(
  sources: readonly IngressSource[],
  host: string,
  context: MigrationContext,
): Certificate | undefined {
  for (const source of sources) {
    const { namespace, annotations } = source;
    const secret = source.tls.find(
      entry => entry.secret !== undefined && covers(entry.hosts, host),
    )?.secret;
    const uri = annotations.get(keyVaultUri);
    if (uri !== undefined && coversTls(source, host)) {
      const account = annotations.get(serviceAccount);
      return {
        keyVaultUri: uri,
        namespace,
        ...(account !== undefined && { serviceAccount: account }),
        ...(secret !== undefined && { copy: secret }),
      };
    }
    if (secret !== undefined) {
      return { secret, namespace };
    }
  }
  const [source] = sources;
  context.note(
    source,
    'decide',
    'tls',
    `No certificate is named for ${host === '' ? 'any host' : host}, so ${
      source.served.title
    } shows its default one. A listener needs one of its own: put it into the Secret that the listener names.`,
  );
  return undefined;
}
