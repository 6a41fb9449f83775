/**
 * Backend of AKS Traffic.
 *
 * @packageDocumentation
 */

export {
  aksTrafficConditions,
  createAksTrafficConditionalDecision,
} from './permissions/conditionExports';
export { aksTrafficPlugin as default } from './plugin';
