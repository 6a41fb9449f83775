import { InputError } from '@backstage/errors';

/** Longer than any name that is stored whole. */
const longestText = 500;

/** More values than anybody picks by hand. */
const mostValues = 200;

/** Reads the query parameters of a request. Everything it throws is an InputError that names the parameter. */
export class QueryReader {
  /** @throws InputError for a parameter that is not among those known: a misspelt filter would not filter. */
  constructor(
    private readonly parameters: URLSearchParams,
    known: readonly string[],
  ) {
    for (const name of parameters.keys()) {
      if (!known.includes(name)) {
        throw new InputError(
          `Query parameter ${name.slice(
            0,
            100,
          )} is not known; known are ${known.join(', ')}`,
        );
      }
    }
  }

  /** Whether any of some parameters is given. */
  hasAny(names: readonly string[]): boolean {
    return names.some(name => this.parameters.has(name));
  }

  /** Reads all values of a parameter; `undefined` when there are none. */
  texts(
    name: string,
    options: { mayBeEmpty?: boolean } = {},
  ): string[] | undefined {
    const values = [...new Set(this.parameters.getAll(name))];
    if (values.length > mostValues) {
      throw new InputError(
        `Query parameter ${name} has more than ${mostValues} values`,
      );
    }
    for (const value of values) {
      if (value === '' && !options.mayBeEmpty) {
        throw new InputError(`Query parameter ${name} must not be empty`);
      }
      if (value.length > longestText) {
        throw new InputError(
          `Query parameter ${name} must have at most ${longestText} characters`,
        );
      }
    }
    return values.length > 0 ? values : undefined;
  }

  /** Reads all values of a parameter that takes certain words only. */
  words<Word extends string>(
    name: string,
    words: readonly Word[],
  ): Word[] | undefined {
    return this.texts(name)?.map(value => {
      const word = words.find(each => each === value);
      if (word === undefined) {
        throw new InputError(
          `Query parameter ${name} must be one of ${words.join(', ')}`,
        );
      }
      return word;
    });
  }

  /** Reads a parameter that may be given once. */
  text(name: string): string | undefined {
    return this.single(name, this.texts(name));
  }

  /** Reads a parameter that takes one of certain words. */
  word<Word extends string>(
    name: string,
    words: readonly Word[],
  ): Word | undefined {
    return this.single(name, this.words(name, words));
  }

  /** Reads a whole number within bounds. */
  integer(
    name: string,
    bounds: { least: number; most: number },
  ): number | undefined {
    const text = this.text(name);
    if (text === undefined) {
      return undefined;
    }
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(value >= bounds.least && value <= bounds.most)) {
      throw new InputError(
        `Query parameter ${name} must be a whole number from ${bounds.least} to ${bounds.most}`,
      );
    }
    return value;
  }

  private single<T>(name: string, values: T[] | undefined): T | undefined {
    if (values && values.length > 1) {
      throw new InputError(`Query parameter ${name} must be given once only`);
    }
    return values?.[0];
  }
}
