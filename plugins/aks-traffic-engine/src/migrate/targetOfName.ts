import { MigrationTarget } from 'backstage-plugin-aks-traffic-common';
import { gatewayClasses } from './emit/gateways';

/**
 * Names a target is known by: those of the reports, and the GatewayClasses that AKS gives them.
 *
 * @public
 */
export const migrationTargetNames: readonly string[] = [
  ...Object.values(gatewayClasses),
  ...Object.keys(gatewayClasses).filter(name => name !== 'istio'),
];

/**
 * The target of a name; `undefined` for a name that is none.
 *
 * @public
 */
export function migrationTargetOf(name: string): MigrationTarget | undefined {
  return (Object.keys(gatewayClasses) as MigrationTarget[]).find(
    target => target === name || gatewayClasses[target] === name,
  );
}
