import { textMapField } from '../../objects/field';
import { groupOf } from '../../objects/metadata';
import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { isHeaderName } from './fieldValues';
import { RouteFields } from './RouteRule';

const about = 'custom-headers';

/** Source: kubernetes-sigs/gateway-api apis/v1/httproute_types.go, maximum of `set` and of a value. */
const mostHeaders = 16;
const longestValue = 4096;

/** Source: ingress-nginx internal/ingress/annotations/customheaders/main.go, last release. */
const nginxName = /^[a-zA-Z\d\-_]+$/;
const nginxValue = /^[a-zA-Z\d_ :;.,\\/"'?!(){}[\]@<>=\-+*#$&`|~^%]+$/;

/**
 * The filter that sets headers of responses, where an annotation names a ConfigMap of them that is at hand. From a
 * cluster none is read; what is to be done then, the verdict on the annotation says.
 */
export function responseHeaders(
  source: IngressSource,
  context: MigrationContext,
): RouteFields | undefined {
  const headers = headersOf(source, context);
  if (!headers) {
    return undefined;
  }
  const problem = problemOf(headers);
  if (problem !== undefined) {
    context.note(source, 'decide', about, problem);
    return undefined;
  }
  context.note(
    source,
    'check',
    about,
    `The route sets the headers of the ConfigMap as they are now: later changes of it change nothing. NGINX sets them also on answers of its own, such as errors, and only those that global-allowed-response-headers of its controller names.`,
  );
  return {
    type: 'ResponseHeaderModifier',
    responseHeaderModifier: {
      set: headers.map(([name, value]) => ({ name, value })),
    },
  };
}

function headersOf(
  { nginx }: IngressSource,
  { objects }: MigrationContext,
): [string, string][] | undefined {
  const [namespace, name, ...rest] = (nginx.get(about) ?? '').trim().split('/');
  const found = objects.find(
    object =>
      object.kind === 'ConfigMap' &&
      groupOf(object) === '' &&
      (object.metadata.namespace ?? 'default') === namespace &&
      object.metadata.name === name,
  );
  const headers = found && [...textMapField(found, 'data')];
  return rest.length === 0 && headers && headers.length > 0
    ? headers.sort(([left], [right]) => (left < right ? -1 : 1))
    : undefined;
}

function problemOf(headers: readonly [string, string][]): string | undefined {
  const refused = headers.find(
    ([name, value]) => !nginxName.test(name) || !nginxValue.test(value),
  );
  if (refused) {
    return `NGINX refuses the header ${refused[0]} of the ConfigMap and sets none of them, and neither does the route. Correct it, or leave the annotation out.`;
  }
  const variable = headers.find(([, value]) => value.includes('$'));
  if (variable) {
    return `The header ${variable[0]} of the ConfigMap has a variable of NGINX, which no route can express, and none of them is set. State it as text.`;
  }
  const tooLong = headers.find(
    ([name, value]) => !isHeaderName(name) || value.length > longestValue,
  );
  if (tooLong) {
    return `A route does not take the header ${tooLong[0]} of the ConfigMap, which is too long, and none of them is set.`;
  }
  const names = headers.map(([name]) => name.toLowerCase());
  if (new Set(names).size < names.length) {
    return 'The ConfigMap names a header twice, in different case; a route takes each once, and none of them is set. Decide which counts.';
  }
  return headers.length > mostHeaders
    ? `The ConfigMap has ${headers.length} headers and a route sets ${mostHeaders} at most, so that none of them is set. Let the backend set them.`
    : undefined;
}
