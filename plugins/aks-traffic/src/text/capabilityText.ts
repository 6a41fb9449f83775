import { publisherCapabilities } from '../model/publishers';
import { Texts } from './texts';

/** A property of a way in, in words. */
export interface CapabilityText {
  name: string;
  value: string;
}

/** What the picture of the path shows already. */
const drawn = new Set([...publisherCapabilities, 'externalIps']);

const names = {
  autoscaling: 'capability.autoscaling',
  clientSourceIp: 'capability.clientAddress',
  tlsEndsAt: 'capability.tlsEndsAt',
  mutualTls: 'capability.mutualTls',
  keyVaultCertificate: 'capability.certificate',
  gatewayCertificate: 'capability.certificate',
  certificateSecret: 'capability.certificateSecret',
  hostsWithoutTls: 'capability.hostsWithoutTls',
  plainHttp: 'capability.plainHttp',
  dnsZones: 'capability.dnsZones',
  dnsLabel: 'capability.dnsLabel',
  sourceRanges: 'capability.sourceRanges',
  allowedServiceTags: 'capability.serviceTags',
  wafPolicy: 'capability.firewallPolicy',
  applicationGateway: 'capability.applicationGateway',
  tlsInFront: 'capability.tlsInFront',
  forwardedSources: 'capability.sourceRanges',
} as const;

/** Says what is known of how a way in is built; what this version has no word for is shown as it is. */
export function capabilityTexts(
  texts: Texts,
  capabilities: Readonly<Record<string, string | boolean>>,
): CapabilityText[] {
  const { t } = texts;
  return Object.entries(capabilities)
    .filter(([key]) => !drawn.has(key))
    .map(([key, value]) => ({
      name: Object.hasOwn(names, key)
        ? t(names[key as keyof typeof names])
        : key,
      value: valueText(texts, key, value),
    }));
}

function valueText({ t }: Texts, key: string, value: string | boolean): string {
  if (key === 'clientSourceIp') {
    return t(value === true ? 'capability.kept' : 'capability.lost');
  }
  if (typeof value === 'boolean') {
    return t(value ? 'capability.yes' : 'capability.no');
  }
  if (key === 'autoscaling') {
    const bounds = /^(\d+)-(\d+)$/.exec(value);
    if (bounds) {
      return t('capability.replicas', { least: bounds[1], most: bounds[2] });
    }
  }
  if (['autoscaling', 'tlsEndsAt'].includes(key)) {
    if (value === 'azure') {
      return t('capability.azure');
    }
    return value === 'cluster' ? t('capability.inCluster') : value;
  }
  return value.startsWith('/subscriptions/')
    ? value.split('/').pop() ?? value
    : value;
}
