import { KubernetesObject } from '../model/observation';
import { ClusterIndex } from '../objects/ClusterIndex';
import { field, listField } from '../objects/field';
import { kinds } from '../objects/kinds';

/**
 * Whether a gateway opens a new TLS connection to a Service, by a BackendTLSPolicy of the Gateway API or of Application
 * Gateway for Containers; the latter can also present a certificate of its own.
 */
export function backendTls(options: {
  index: ClusterIndex;
  namespace: string;
  service: string;
  /** Whether the gateway is of Application Gateway for Containers, which reads policies of its own group as well. */
  isTrafficController: boolean;
}): { backendTls?: boolean; backendMutualTls?: boolean } {
  const { index, namespace, service, isTrafficController } = options;
  const standard = index
    .listIn(kinds.gatewayBackendTlsPolicy, namespace)
    .filter(policy =>
      listField(policy, 'spec.targetRefs').some(target =>
        isService(target, service),
      ),
    );
  const own = isTrafficController
    ? index
        .listIn(kinds.albBackendTlsPolicy, namespace)
        .filter(policy => isService(field(policy, 'spec.targetRef'), service))
    : [];
  return {
    ...(standard.length + own.length > 0 && { backendTls: true }),
    ...(own.some(presentsCertificate) && { backendMutualTls: true }),
  };
}

function isService(target: unknown, service: string): boolean {
  return (
    field(target, 'kind') === 'Service' && field(target, 'name') === service
  );
}

function presentsCertificate(policy: KubernetesObject): boolean {
  return (
    field(policy, 'spec.default.clientCertificateRef') !== undefined ||
    listField(policy, 'spec.override').some(
      each => field(each, 'clientCertificateRef') !== undefined,
    )
  );
}
