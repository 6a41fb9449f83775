import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { serviceAnnotations } from '../../exposure/serviceAnnotations';
import { objectEvidence } from '../../objects/evidence';
import { textField } from '../../objects/field';
import { annotationOf } from '../../objects/metadata';
import { KubernetesObject } from '../../model/observation';
import { ClusterFacts } from '../ClusterFacts';
import { requirement } from '../requirement';
import { MoveRequirement } from './Move';

const id = 'static-address';

/** An address that was chosen is probably in somebody's allow list. Application Gateway for Containers has a name only. */
export const staticAddress: MoveRequirement = ({ entries }, target, facts) => {
  if (target !== 'application-gateway-for-containers') {
    return undefined;
  }
  const addresses = entries.flatMap(({ capabilities }) =>
    typeof capabilities.staticAddress === 'string'
      ? capabilities.staticAddress
      : [],
  );
  if (addresses.length > 0) {
    return requirement({
      id,
      met: false,
      message: `Cannot have a static address, but a host name only; today's address is fixed (${[
        ...new Set(addresses),
      ].join(', ')}).`,
      evidence: evidenceOf(addresses, facts),
      source: 'albComponents',
    });
  }
  // What describes the load balancer says at least whether client addresses are kept.
  return entries.some(({ capabilities }) => !('clientSourceIp' in capabilities))
    ? requirement({
        id,
        met: 'unknown',
        message:
          "Cannot have a static address, but a host name only; whether today's address is fixed was not read.",
        source: 'albComponents',
      })
    : undefined;
};

function evidenceOf(
  addresses: readonly string[],
  { controllers }: ClusterFacts,
): Evidence[] {
  const services = new Set(
    controllers.flatMap(({ frontServices }) => frontServices),
  );
  return [...services].flatMap(service =>
    fieldsOf(service)
      .filter(({ value }) => value !== undefined && addresses.includes(value))
      .map(({ field, value }) =>
        objectEvidence({
          object: service,
          field,
          value,
          meaning: 'The address of the load balancer is fixed.',
        }),
      ),
  );
}

function fieldsOf(
  service: KubernetesObject,
): { field: string; value: string | undefined }[] {
  const { ipv4, ipv6, publicIpName, publicIpPrefixId } = serviceAnnotations;
  return [
    ...[ipv4, ipv6, publicIpName, publicIpPrefixId].map(key => ({
      field: `metadata.annotations["${key}"]`,
      value: annotationOf(service, key),
    })),
    {
      field: 'spec.loadBalancerIP',
      value: textField(service, 'spec.loadBalancerIP'),
    },
  ];
}
