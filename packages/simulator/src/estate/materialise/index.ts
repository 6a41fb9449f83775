export { materialiseCluster } from './materialiseCluster';
