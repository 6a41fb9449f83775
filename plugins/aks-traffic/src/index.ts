/**
 * Shows for each service on AKS what lets traffic in, who can reach it, how it gets out, and whether its ingress is
 * being retired.
 *
 * @packageDocumentation
 */

export { aksTrafficPlugin as default } from './plugin';
export * from './api/aksTrafficApiRef';
export { aksTrafficMessages } from './messages/aksTrafficMessages';
export { aksTrafficTranslationRef } from './translation';
