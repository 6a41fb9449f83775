export * from './Clock';
export * from './readBody';
export * from './Reply';
export * from './Router';
export * from './sendReply';
export * from './startServer';
