// Judges objects by rules in CEL. A module of its own, because the library is one and Jest does not load these.
import { isIP } from 'node:net';
import { Environment } from '@marcbachmann/cel-js';

const environment = new Environment({ unlistedVariablesAreDyn: true });
// Functions that Kubernetes adds to CEL, and a flag of RE2 that regular expressions of JavaScript do not have.
environment.registerFunction('isIP(string): bool', text => isIP(text) !== 0);
environment.registerFunction(
  'string.matchesAnyCase(string): bool',
  (text, pattern) => new RegExp(pattern, 'i').test(text),
);

/** What is at a path: `[]` stands for each item of a list, `{}` for each value of a map. */
function found(value, path) {
  const [, key, kind, rest] = /^([^.[{]+)(\[\]|\{\})?\.?(.*)$/.exec(path);
  const next = value?.[key];
  if (next === undefined) {
    return [];
  }
  const values = kind ? Object.values(next) : [next];
  return rest === '' ? values : values.flatMap(each => found(each, rest));
}

function withDefaults(object, defaults) {
  const copy = structuredClone(object);
  for (const { at, fields } of defaults) {
    for (const target of found(copy, at)) {
      for (const [key, value] of Object.entries(fields)) {
        target[key] ??= structuredClone(value);
      }
    }
  }
  return copy;
}

/** A rule as the library takes it: it asks for no field of an item by `has`, which `in` does as well. */
function readable(rule) {
  return rule
    .replaceAll(".matches('(?i)", ".matchesAnyCase('")
    .replace(/has\(([\w.]+\[\d+\])\.(\w+)\)/g, "('$2' in $1)");
}

/** Whether a rule holds; what cannot be evaluated does not hold, as in Kubernetes, and says why. */
function judged(rule, self) {
  try {
    return environment.evaluate(readable(rule), { self }) === true ? '' : ' ';
  } catch (error) {
    return ` (${error.message.split('\n')[0]}) `;
  }
}

let text = '';
for await (const part of process.stdin) {
  text += part;
}
const { objects, rules, defaults } = JSON.parse(text);
const problems = [];
let count = 0;
for (const object of objects) {
  const kind = `${object.apiVersion}/${object.kind}`;
  const whole = withDefaults(object, defaults[kind] ?? []);
  for (const { at, message, rule } of rules[kind] ?? []) {
    for (const self of found(whole, at)) {
      count += 1;
      const failure = judged(rule, self);
      if (failure !== '') {
        problems.push(
          `${object.kind} ${object.metadata.name} ${at}:${failure}${message}`,
        );
      }
    }
  }
}
const unreadable = Object.values(rules)
  .flat()
  .map(({ rule }) => rule)
  .filter(rule => !environment.check(readable(rule)).valid);
process.stdout.write(JSON.stringify({ problems, count, unreadable }));
