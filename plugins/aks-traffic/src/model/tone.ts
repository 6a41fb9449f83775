/**
 * How a claim is coloured. `unknown` is a tone of its own so that what is not known can never be drawn like
 * something that is fine.
 */
export type Tone =
  | 'negative'
  | 'warning'
  | 'positive'
  | 'info'
  | 'neutral'
  | 'unknown';
