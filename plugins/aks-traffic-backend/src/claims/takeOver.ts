/** How long what a dead replica had in hand waits for another one, the turn of that one not counted. */
export const claimForMs = 30_000;

/** How often a replica looks for what it may take. */
export const turnMs = 10_000;
