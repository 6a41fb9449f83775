/**
 * The same card, tab and dashboard for apps on the old frontend system.
 *
 * @packageDocumentation
 */

export {
  aksTrafficPlugin,
  AksTrafficPage,
  EntityAksTrafficCard,
  EntityAksTrafficContent,
} from './legacyPlugin';
export {
  AksTrafficClusterPicker,
  AksTrafficEgressPicker,
  AksTrafficPatternPicker,
  AksTrafficRepositoryPicker,
} from './legacyFormFields';
export { type AksTrafficPageProps } from './components/legacy';
export { type TrafficCardProps } from './components/TrafficCard';
export { type TrafficTabProps } from './components/TrafficTab';
export { isAksTrafficAvailable } from './isAksTrafficAvailable';
export * from './api/aksTrafficApiRef';
export { aksTrafficMessages } from './messages/aksTrafficMessages';
export { aksTrafficTranslationRef } from './translation';
