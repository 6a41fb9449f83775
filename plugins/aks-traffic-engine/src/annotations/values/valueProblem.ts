import { CurrentName } from '../catalogue/facts';
import { unusableOrigin } from './specialChecks';
import { Consequence, ValueRule, valueRules } from './valueRules';

/** Why the controller does not take a value, and what it does about it. */
export interface ValueProblem {
  /** One sentence. It never has the value in it, which may be a secret. */
  message: string;
  consequence: Consequence;
}

const rules: ReadonlyMap<string, ValueRule> = new Map(
  Object.entries<ValueRule>(valueRules),
);

const consequences: Record<Consequence, string> = {
  ignored: 'the controller ignores it',
  untaken: 'the controller does not use it',
  partly: 'the controller uses the rest',
  refused: 'the controller leaves the whole Ingress out',
  denied: 'the controller answers its paths with 503',
};

/** What is wrong with the value of an annotation; `undefined` when the controller takes it. */
export function valueProblem(
  name: CurrentName,
  value: string,
): ValueProblem | undefined {
  const rule = rules.get(name)!;
  // What is empty after trimming is not even checked.
  if (value.trim() === '') {
    return problem('is empty', { ...rule, consequence: 'ignored' });
  }
  const failure = rule.check(value);
  if (failure !== undefined) {
    return problem(failure, rule);
  }
  return name === 'cors-allow-origin' && unusableOrigin(value) !== undefined
    ? problem('has an entry that is no origin', { consequence: 'partly' })
    : undefined;
}

function problem(
  failure: string,
  { consequence, instead }: Pick<ValueRule, 'consequence' | 'instead'>,
): ValueProblem {
  const then = [
    consequences[consequence],
    ...(instead === undefined ? [] : [instead]),
  ].join(', and ');
  return { message: `The value ${failure}: ${then}.`, consequence };
}
