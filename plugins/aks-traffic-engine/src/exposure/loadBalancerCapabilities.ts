import { KubernetesObject } from '../model/observation';
import { field, textField, textListField } from '../objects/field';
import { annotationOf } from '../objects/metadata';
import { serviceAnnotations } from './serviceAnnotations';

/** What a LoadBalancer Service says about its address, about who may connect, and about the client's address. */
export function loadBalancerCapabilities(
  service: KubernetesObject,
): Record<string, string | boolean> {
  const staticAddress =
    annotationOf(service, serviceAnnotations.ipv4) ??
    annotationOf(service, serviceAnnotations.ipv6) ??
    annotationOf(service, serviceAnnotations.publicIpName) ??
    annotationOf(service, serviceAnnotations.publicIpPrefixId) ??
    textField(service, 'spec.loadBalancerIP');
  const sourceRanges = [
    ...textListField(service, 'spec.loadBalancerSourceRanges'),
    ...listOf(annotationOf(service, serviceAnnotations.allowedIpRanges)),
  ];
  const serviceTags = annotationOf(
    service,
    serviceAnnotations.allowedServiceTags,
  );
  const dnsLabel = annotationOf(service, serviceAnnotations.dnsLabel);
  return {
    ...(staticAddress !== undefined && { staticAddress }),
    ...(sourceRanges.length > 0 && { sourceRanges: sourceRanges.join(', ') }),
    ...(serviceTags !== undefined && { allowedServiceTags: serviceTags }),
    ...(dnsLabel !== undefined && { dnsLabel }),
    clientSourceIp: field(service, 'spec.externalTrafficPolicy') === 'Local',
  };
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '');
}
