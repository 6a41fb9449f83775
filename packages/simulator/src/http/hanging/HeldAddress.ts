/** An address on loopback that stays as unreachable as it is until it is given up. */
export interface HeldAddress {
  port: number;
  close(): Promise<void>;
}
