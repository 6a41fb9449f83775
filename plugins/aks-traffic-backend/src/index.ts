/**
 * Backend of AKS Traffic.
 *
 * @packageDocumentation
 */

export { aksTrafficPlugin as default } from './plugin';
