import { listField, textField } from '../../objects/field';
import { rememberTexts } from '../../objects/rememberTexts';

interface Taint {
  key: string;
  value: string;
  effect: string;
}

/** Every workload is compared with the taints of every pool. */
const taintOf = rememberTexts(text => ({ taint: parseTaint(text) }));

/** The first taint that keeps a pod off a pool, as Azure writes it; `undefined` when the pod tolerates them all. */
export function untoleratedTaint(
  podSpec: unknown,
  taints: readonly string[],
): string | undefined {
  const tolerations = listField(podSpec, 'tolerations');
  return taints.find(text => {
    const { taint } = taintOf(text);
    return (
      taint !== undefined &&
      !tolerations.some(toleration => tolerates(toleration, taint))
    );
  });
}

/** A preference, and a text that is no taint, keep nothing off. */
function parseTaint(text: string): Taint | undefined {
  const found = /^([^=:]+)(?:=([^:]*))?:(NoSchedule|NoExecute)$/.exec(text);
  return found
    ? { key: found[1], value: found[2] ?? '', effect: found[3] }
    : undefined;
}

function tolerates(toleration: unknown, taint: Taint): boolean {
  const effect = textField(toleration, 'effect');
  if (effect !== undefined && effect !== taint.effect) {
    return false;
  }
  const key = textField(toleration, 'key');
  if (textField(toleration, 'operator') === 'Exists') {
    return key === undefined || key === taint.key;
  }
  return (
    key === taint.key && (textField(toleration, 'value') ?? '') === taint.value
  );
}
