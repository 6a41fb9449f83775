export * from './clusterCredentials';
export * from './managedClusters';
export * from './subscriptions';
