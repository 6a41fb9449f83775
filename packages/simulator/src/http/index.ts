export * from './Clock';
export * from './hanging/HeldAddress';
export * from './hanging/listenSilently';
export type { HangStage } from './hanging/ServerPort';
export * from './readBody';
export * from './Reply';
export * from './Router';
export * from './sendReply';
export * from './startServer';
