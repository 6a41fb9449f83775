export { TrafficCard, type TrafficCardProps } from './TrafficCard';
