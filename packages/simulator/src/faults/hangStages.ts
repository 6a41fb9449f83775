import { HangStage } from '../http/hanging/ServerPort';
import { FaultEffect } from './types';

/** Where connections hang, by the effects that befall connections and not requests. */
export const HANG_STAGES: ReadonlyMap<FaultEffect['kind'], HangStage> = new Map(
  [
    ['hang-at-connect', 'connect'],
    ['hang-in-handshake', 'handshake'],
  ],
);
