import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { KubernetesObject } from '../model/observation';
import { defaults, notEvaluated, rules } from './schemas/celRules.json';

/** What is not judged by rules in CEL, each with the reason. */
export { notEvaluated };

/**
 * The rules in CEL of resource definitions that objects break. A rule that cannot be evaluated counts as broken, so that
 * none is skipped unseen; what there are no rules for is in {@link notEvaluated}.
 */
export function ruleProblems(objects: readonly KubernetesObject[]): string[] {
  return judgeByRules(objects).problems;
}

/** The same with the number of evaluations, and the rules that the library cannot read at all. */
export function judgeByRules(objects: readonly KubernetesObject[]): {
  problems: string[];
  count: number;
  unreadable: string[];
} {
  return JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'evaluateRules.mjs')], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      input: JSON.stringify({ objects, rules, defaults }),
    }),
  );
}
