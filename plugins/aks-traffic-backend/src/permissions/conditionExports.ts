import { PermissionCondition } from '@backstage/plugin-permission-common';
import { createConditionExports } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_AKS_TRAFFIC_SERVICE } from 'backstage-plugin-aks-traffic-common';
import { serviceRules } from './rules';
import { serviceResourceRef } from './serviceResource';

const exported = createConditionExports({
  resourceRef: serviceResourceRef,
  rules: serviceRules,
});

/**
 * Conditions on Services that a permission policy can answer with: that one of the claims owns an entity that claims
 * the Service, that it is in one of some clusters or namespaces, and that any entity claims it.
 *
 * @public
 */
export const aksTrafficConditions: {
  isOwner(params: {
    claims: string[];
  }): PermissionCondition<
    typeof RESOURCE_TYPE_AKS_TRAFFIC_SERVICE,
    { claims: string[] }
  >;
  isInCluster(params: {
    clusters: string[];
  }): PermissionCondition<
    typeof RESOURCE_TYPE_AKS_TRAFFIC_SERVICE,
    { clusters: string[] }
  >;
  isInNamespace(params: {
    namespaces: string[];
  }): PermissionCondition<
    typeof RESOURCE_TYPE_AKS_TRAFFIC_SERVICE,
    { namespaces: string[] }
  >;
  hasEntity(): PermissionCondition<
    typeof RESOURCE_TYPE_AKS_TRAFFIC_SERVICE,
    undefined
  >;
} = exported.conditions;

/**
 * Makes the answer of a permission policy out of conditions.
 *
 * @public
 */
export const createAksTrafficConditionalDecision =
  exported.createConditionalDecision;
