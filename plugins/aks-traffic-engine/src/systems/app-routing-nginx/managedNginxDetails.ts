import { zoneName } from '../../capabilities/managedDns';
import { annotationOf } from '../../objects/metadata';
import { nginxDetails } from '../ingress-nginx/nginxDetails';
import { IngressDetails, IngressInput } from '../SystemDefinition';

const keyVaultAnnotation = 'kubernetes.azure.com/tls-cert-keyvault-uri';

/** ingress-nginx annotations, and what the operator of the add-on adds: certificates from Key Vault and DNS zones. */
export function managedNginxDetails(input: IngressInput): IngressDetails {
  const nginx = nginxDetails(input);
  const keyVault = annotationOf(input.ingress, keyVaultAnnotation);
  const zones = (input.context.managedCluster?.appRouting.dnsZoneIds ?? []).map(
    zoneName,
  );
  return {
    // The operator fills in the secret; the Ingress need not name one itself.
    tls: nginx.tls ?? (keyVault === undefined ? undefined : 'terminate'),
    capabilities: {
      ...nginx.capabilities,
      ...(keyVault !== undefined && { keyVaultCertificate: keyVault }),
      ...(zones.length > 0 && { dnsZones: zones.join(', ') }),
    },
  };
}
