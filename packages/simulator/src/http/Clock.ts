/** Where the time comes from, so that a server can be put ahead of or behind the others. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = {
  now: () => new Date(),
};
