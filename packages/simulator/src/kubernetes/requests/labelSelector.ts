import { badRequest } from '../status/refusals';

type Labels = Readonly<Record<string, string>>;
type Requirement = (labels: Labels) => boolean;

const KEY = String.raw`((?:[A-Za-z0-9][-A-Za-z0-9.]*/)?[A-Za-z0-9][-\w.]*)`;
const EXISTS = new RegExp(`^(!?)\\s*${KEY}$`);
const EQUALS = new RegExp(`^${KEY}\\s*(=|==|!=)\\s*([-\\w.]*)$`);
const IN_SET = new RegExp(`^${KEY}\\s+(in|notin)\\s*\\(([^()]*)\\)$`);

/** Reads a label selector such as `app=shop,tier in (web, api),!legacy`. Throws the API server's 400 when it cannot. */
export function parseLabelSelector(
  selector: string,
): (labels: Labels | undefined) => boolean {
  const requirements = splitRequirements(selector).map(parseRequirement);
  return (labels = {}) => requirements.every(isMet => isMet(labels));
}

/** Splits at the commas that are not between parentheses. */
function splitRequirements(selector: string): string[] {
  return selector.trim() === ''
    ? []
    : selector.split(/,(?![^(]*\))/).map(part => part.trim());
}

function parseRequirement(text: string): Requirement {
  const exists = EXISTS.exec(text);
  if (exists) {
    const [, negation, key] = exists;
    return labels => Object.hasOwn(labels, key) === (negation === '');
  }
  const equals = EQUALS.exec(text);
  if (equals) {
    const [, key, operator, value] = equals;
    return createRequirement(key, [value], operator === '!=');
  }
  const inSet = IN_SET.exec(text);
  if (inSet) {
    const [, key, operator, values] = inSet;
    return createRequirement(
      key,
      values.split(',').map(value => value.trim()),
      operator === 'notin',
    );
  }
  throw badRequest(`unable to parse requirement: '${text}'`);
}

/** A negated requirement is met by objects without the label, too. */
function createRequirement(
  key: string,
  values: string[],
  negated: boolean,
): Requirement {
  return labels =>
    (Object.hasOwn(labels, key) && values.includes(labels[key])) !== negated;
}
