import { EastWest } from 'backstage-plugin-aks-traffic-common';
import { WorkloadQuestion } from '../model/stages';
import { meshMtls } from './meshMtls';
import { networkPolicy } from './networkPolicy';

/**
 * What limits traffic inside the cluster to the pods of workloads.
 *
 * @remarks
 * `networkPolicy` is `default-deny (ingress)`, `default-deny (egress)` or `default-deny (ingress, egress)` for the
 * directions in which everything that no policy allows is denied; `allow-all` when policies select the pods and allow
 * everything; `none` when none selects them; `not enforced` when policies select them and nothing carries them out;
 * `unknown` otherwise. `, enforcement unknown` follows when the policy engine is not known. `meshMtls` is `strict`,
 * `permissive`, `disabled`, `none` (not in a mesh) or `unknown`. Of several workloads the weakest counts.
 */
export function resolveEastWest(question: WorkloadQuestion): EastWest {
  return {
    networkPolicy: networkPolicy(question),
    meshMtls: meshMtls(question),
  };
}
