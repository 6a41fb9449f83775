/** Source: kubernetes-sigs/gateway-api apis/v1/shared_types.go, maximum of `weight`. */
const highest = 1_000_000;

/** A share of a total as two weights that the Gateway API takes. */
export function weightsOf(
  share: number,
  total: number,
): { canary: number; stable: number } {
  const scale = Math.max(1, total / highest);
  const sum = Math.round(total / scale);
  const canary = Math.round(share / scale);
  return { canary, stable: sum - canary };
}
