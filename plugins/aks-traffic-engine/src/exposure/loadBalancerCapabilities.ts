import { KubernetesObject } from '../model/observation';
import { field, textField, textListField } from '../objects/field';
import { annotationOf } from '../objects/metadata';
import { serviceAnnotations } from './serviceAnnotations';

/** What a LoadBalancer Service says about its address, about who may connect, and about the client's address. */
export function loadBalancerCapabilities(
  service: KubernetesObject,
): Record<string, string | boolean> {
  return {
    ...declaredCapabilities({
      annotation: key => annotationOf(service, key),
      address: textField(service, 'spec.loadBalancerIP'),
      sourceRanges: textListField(service, 'spec.loadBalancerSourceRanges'),
    }),
    clientSourceIp: field(service, 'spec.externalTrafficPolicy') === 'Local',
  };
}

/** What annotations for a load balancer ask for, on its Service or on what the Service will be made of. */
export function declaredCapabilities(declared: {
  annotation(key: string): string | undefined;
  address?: string;
  sourceRanges?: readonly string[];
}): Record<string, string | boolean> {
  const { annotation } = declared;
  const staticAddress =
    annotation(serviceAnnotations.ipv4) ??
    annotation(serviceAnnotations.ipv6) ??
    annotation(serviceAnnotations.publicIpName) ??
    annotation(serviceAnnotations.publicIpPrefixId) ??
    declared.address;
  const sourceRanges = [
    ...(declared.sourceRanges ?? []),
    ...listOf(annotation(serviceAnnotations.allowedIpRanges)),
  ];
  const serviceTags = annotation(serviceAnnotations.allowedServiceTags);
  const dnsLabel = annotation(serviceAnnotations.dnsLabel);
  return {
    ...(staticAddress !== undefined && { staticAddress }),
    ...(sourceRanges.length > 0 && { sourceRanges: sourceRanges.join(', ') }),
    ...(serviceTags !== undefined && { allowedServiceTags: serviceTags }),
    ...(annotation(serviceAnnotations.denyOthers) === 'true' && {
      deniesOthers: true,
    }),
    ...(dnsLabel !== undefined && { dnsLabel }),
  };
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '');
}
