/** Where the memory starts anew, so that texts from outside cannot fill it up. */
const limit = 10_000;

/**
 * A function of a text that remembers its answers: the addresses of a cluster's gateways are few, and each comes up
 * again with every Ingress behind them.
 */
export function rememberTexts<Value extends {}>(
  compute: (text: string) => Value,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return text => {
    let value = known.get(text);
    if (value === undefined) {
      value = compute(text);
      if (known.size >= limit) {
        known.clear();
      }
      known.set(text, value);
    }
    return value;
  };
}
