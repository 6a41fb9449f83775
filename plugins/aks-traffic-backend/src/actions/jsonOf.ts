/** A value once it was JSON. */
type Json<T> = T extends object ? { [K in keyof T]: Json<T[K]> } : T;

/** A value as it goes over the wire: outputs are checked as JSON, which has no `undefined`. */
export function jsonOf<T>(value: T): Json<T> {
  return JSON.parse(JSON.stringify(value));
}
