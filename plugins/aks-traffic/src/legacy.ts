/**
 * The same card for apps on the old frontend system.
 *
 * @packageDocumentation
 */

export { aksTrafficPlugin, EntityAksTrafficCard } from './legacyPlugin';
export { type TrafficCardProps } from './components/TrafficCard';
export { isAksTrafficAvailable } from './isAksTrafficAvailable';
export * from './api/aksTrafficApiRef';
export { aksTrafficMessages } from './messages/aksTrafficMessages';
export { aksTrafficTranslationRef } from './translation';
