export { TrafficTab, type TrafficTabProps } from './TrafficTab';
