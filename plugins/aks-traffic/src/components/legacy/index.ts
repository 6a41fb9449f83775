export { LegacyDashboard, type AksTrafficPageProps } from './LegacyDashboard';
