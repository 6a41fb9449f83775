/** Annotations of the Azure cloud provider on Services of type LoadBalancer. */
const prefix = 'service.beta.kubernetes.io/azure-';

export const serviceAnnotations = {
  internal: `${prefix}load-balancer-internal`,
  internalSubnet: `${prefix}load-balancer-internal-subnet`,
  ipv4: `${prefix}load-balancer-ipv4`,
  ipv6: `${prefix}load-balancer-ipv6`,
  publicIpName: `${prefix}pip-name`,
  publicIpPrefixId: `${prefix}pip-prefix-id`,
  additionalPublicIps: `${prefix}additional-public-ips`,
  dnsLabel: `${prefix}dns-label-name`,
  allowedServiceTags: `${prefix}allowed-service-tags`,
  allowedIpRanges: `${prefix}allowed-ip-ranges`,
  denyOthers: `${prefix}deny-all-except-load-balancer-source-ranges`,
  privateLinkCreate: `${prefix}pls-create`,
  privateLinkName: `${prefix}pls-name`,
} as const;
