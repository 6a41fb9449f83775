/**
 * Lets AKS Traffic read the clusters of the Kubernetes plugin.
 *
 * @packageDocumentation
 */

export { aksTrafficModuleKubernetes as default } from './module';
