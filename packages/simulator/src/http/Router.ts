/** What a route's handler gets to know. */
export interface RouteMatch<THandler> {
  handler: THandler;
  /** Values of the `:name` parts, decoded. */
  parameters: ReadonlyMap<string, string>;
}

interface Route<THandler> {
  method: string;
  parts: string[];
  handler: THandler;
}

/**
 * Finds a handler by method and path. Fixed parts compare without case, as Azure Resource Manager does for its paths.
 */
export class Router<THandler> {
  readonly #routes: Route<THandler>[] = [];

  add(method: string, pattern: string, handler: THandler): this {
    this.#routes.push({ method, parts: split(pattern), handler });
    return this;
  }

  find(method: string, path: string): RouteMatch<THandler> | undefined {
    const parts = split(path);
    for (const route of this.#routes) {
      const parameters =
        route.method === method ? matchParts(route.parts, parts) : undefined;
      if (parameters) {
        return { handler: route.handler, parameters };
      }
    }
    return undefined;
  }
}

function split(path: string): string[] {
  return path.split('/').filter(part => part !== '');
}

function matchParts(
  pattern: string[],
  parts: string[],
): ReadonlyMap<string, string> | undefined {
  if (pattern.length !== parts.length) {
    return undefined;
  }
  const parameters = new Map<string, string>();
  for (const [index, expected] of pattern.entries()) {
    const actual = decode(parts[index]);
    if (actual === undefined) {
      return undefined;
    }
    if (expected.startsWith(':')) {
      parameters.set(expected.slice(1), actual);
    } else if (expected.toLowerCase() !== actual.toLowerCase()) {
      return undefined;
    }
  }
  return parameters;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
