export * from './createQueryHandler';
export * from './QueryQuota';
export * from './resourceGraphErrors';
