import { EntryPoint } from 'backstage-plugin-aks-traffic-common';
import { Texts } from './texts';

/**
 * What stands before an entry point's address and makes it reachable from further away than the address says;
 * `undefined` when nothing does.
 */
export function publishersText(
  { t }: Texts,
  { capabilities }: Pick<EntryPoint, 'capabilities'>,
): string | undefined {
  const {
    frontDoor,
    applicationGatewayInFront,
    firewallInFront,
    privateLinkService,
  } = capabilities;
  const publishers = [
    typeof frontDoor === 'string' &&
      t('exposure.frontDoor', { name: frontDoor }),
    typeof applicationGatewayInFront === 'string' &&
      t('exposure.applicationGateway', { name: applicationGatewayInFront }),
    typeof firewallInFront === 'string' &&
      t('exposure.azureFirewall', { name: firewallInFront }),
    typeof privateLinkService === 'string' &&
      t('exposure.privateLinkService', { name: privateLinkService }),
  ].filter(Boolean);
  return publishers.length > 0 ? publishers.join(' → ') : undefined;
}
