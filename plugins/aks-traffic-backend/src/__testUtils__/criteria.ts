import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { aksTrafficConditions } from '../permissions/conditionExports';
import { serviceRules } from '../permissions/rules';

const teams = ['group:default/a', 'group:default/b', 'group:default/none'];

type Criteria = PermissionCriteria<
  PermissionCondition<'aks-traffic-service', any>
>;

const some = (words: string[]) => fc.subarray(words);
const { isOwner, isInCluster, isInNamespace, hasEntity } = aksTrafficConditions;

/** Whatever a policy can demand of Services in the clusters `alpha` and `beta` and the namespaces `shop` and `pay`. */
export const { criteria } = fc.letrec<{ criteria: Criteria; rule: Criteria }>(
  tie => ({
    rule: fc.oneof(
      some(teams).map(claims => isOwner({ claims })),
      some(['alpha', 'beta']).map(clusters => isInCluster({ clusters })),
      some(['shop', 'pay']).map(namespaces => isInNamespace({ namespaces })),
      fc.constant(hasEntity()),
    ),
    criteria: fc.oneof(
      { depthSize: 'small' },
      tie('rule'),
      tie('criteria').map(not => ({ not })),
      fc
        .array(tie('criteria'), { minLength: 1, maxLength: 3 })
        .map(allOf => ({ allOf } as Criteria)),
      fc
        .array(tie('criteria'), { minLength: 1, maxLength: 3 })
        .map(anyOf => ({ anyOf } as Criteria)),
    ),
  }),
);

/** The rules by name, as Backstage keeps them. */
export const ruleset = {
  getRuleByName: (name: string) =>
    Object.values(serviceRules).find(rule => rule.name === name)!,
};
