type Schema = Record<string, unknown>;

interface Check {
  value: unknown;
  argument: any;
  schema: Schema;
  root: Schema;
  path: string;
  check: (isRight: boolean, what: string) => void;
  problems: string[];
}

const formats: Record<string, RegExp> = {
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
  'uri-reference': /^[^\s\\]*$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
};

const keywords = new Map<string, (check: Check) => void>([
  ['$schema', () => {}],
  ['$comment', () => {}],
  ['default', () => {}],
  ['definitions', () => {}],
  [
    '$ref',
    ({ value, argument, root, path, problems }) => {
      const schema = argument
        .slice(2)
        .split('/')
        .reduce((found: any, key: string) => found[key], root);
      problems.push(...schemaProblems(value, root, schema, path));
    },
  ],
  [
    'type',
    ({ value, argument, check }) => {
      const types = [argument].flat();
      const type = typeOf(value);
      check(
        types.includes(type) ||
          (type === 'integer' && types.includes('number')),
        `is ${type}, not ${types}`,
      );
    },
  ],
  [
    'properties',
    ({ value, argument, root, path, problems }) => {
      for (const [key, each] of entries(value)) {
        if (Object.hasOwn(argument, key)) {
          problems.push(
            ...schemaProblems(each, root, argument[key], `${path}.${key}`),
          );
        }
      }
    },
  ],
  [
    'additionalProperties',
    ({ value, argument, schema, root, path, check, problems }) => {
      for (const [key, each] of entries(value)) {
        if (!Object.hasOwn(schema.properties ?? {}, key)) {
          check(argument !== false, `must not have ${key}`);
          if (typeof argument === 'object') {
            problems.push(
              ...schemaProblems(each, root, argument, `${path}.${key}`),
            );
          }
        }
      }
    },
  ],
  [
    'required',
    ({ value, argument, check }) => {
      const keys = entries(value).map(([key]) => key);
      for (const key of argument) {
        check(keys.includes(key), `must have ${key}`);
      }
    },
  ],
  [
    'items',
    ({ value, argument, root, path, problems }) => {
      for (const [index, each] of listed(value).entries()) {
        problems.push(
          ...schemaProblems(each, root, argument, `${path}[${index}]`),
        );
      }
    },
  ],
  [
    'uniqueItems',
    ({ value, check }) => {
      const texts = listed(value).map(each => JSON.stringify(each));
      check(new Set(texts).size === texts.length, 'has something twice');
    },
  ],
  [
    'minItems',
    ({ value, argument, check }) =>
      check(!Array.isArray(value) || value.length >= argument, 'is too short'),
  ],
  [
    'enum',
    ({ value, argument, check }) =>
      check(argument.includes(value), `is none of ${argument}`),
  ],
  [
    'pattern',
    ({ value, argument, check }) =>
      check(
        typeof value !== 'string' || new RegExp(argument).test(value),
        `does not match ${argument}`,
      ),
  ],
  [
    'format',
    ({ value, argument, check }) =>
      check(
        typeof value !== 'string' || formats[argument].test(value),
        `is no ${argument}`,
      ),
  ],
  [
    'minimum',
    ({ value, argument, check }) =>
      check(typeof value !== 'number' || value >= argument, 'is too small'),
  ],
  [
    'maximum',
    ({ value, argument, check }) =>
      check(typeof value !== 'number' || value <= argument, 'is too large'),
  ],
  ['anyOf', some],
  ['oneOf', some],
]);

function some({ value, argument, root, path, check }: Check): void {
  check(
    argument.some(
      (schema: Schema) =>
        schemaProblems(value, root, schema, path).length === 0,
    ),
    'fits none of the alternatives',
  );
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
    : [];
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * What is wrong with a value by a JSON schema, one line for each thing; for the keywords that the schema of SARIF uses.
 *
 * @throws when a schema has a keyword that is not known here, so that nothing passes unchecked.
 */
export function schemaProblems(
  value: unknown,
  root: Schema,
  schema: Schema = root,
  path = '$',
): string[] {
  const problems: string[] = [];
  const check = (isRight: boolean, what: string) => {
    if (!isRight) {
      problems.push(`${path}: ${what}`);
    }
  };
  for (const [keyword, argument] of Object.entries(schema)) {
    const checked = keywords.get(keyword);
    if (checked === undefined) {
      throw new Error(`The keyword ${keyword} is not known`);
    }
    checked({ value, argument, schema, root, path, check, problems });
  }
  return problems;
}
