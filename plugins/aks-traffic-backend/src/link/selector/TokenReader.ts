import { InputError } from '@backstage/errors';

/** A sign, a word, or the end. Words include `in` and `notin`, which are keys or values in other places. */
export interface Token {
  kind: 'sign' | 'word' | 'end';
  text: string;
}

// White space is what the Kubernetes lexer skips, no more: a no-break space belongs to the word it stands in.
const token = /[ \t\r\n]*(?:(==|!=|[=!(),<>])|([^ \t\r\n=!(),<>]+)|$)/y;

function tokenize(selector: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  for (;;) {
    const [, sign, word] = token.exec(selector) ?? [];
    if (sign === undefined && word === undefined) {
      return tokens;
    }
    tokens.push(
      sign === undefined
        ? { kind: 'word', text: word }
        : { kind: 'sign', text: sign },
    );
  }
}

/** Hands out the tokens of a label selector one by one, and says what was expected instead. */
export class TokenReader {
  private readonly tokens: Token[];
  private position = 0;

  constructor(selector: string) {
    this.tokens = tokenize(selector);
  }

  peek(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '' };
  }

  next(): Token {
    const current = this.peek();
    this.position += 1;
    return current;
  }

  /** Takes the next token when it is this sign. */
  skip(sign: string): boolean {
    const { kind, text } = this.peek();
    const found = kind === 'sign' && text === sign;
    if (found) {
      this.position += 1;
    }
    return found;
  }

  /** Takes the next token, which must be a word. */
  word(expected: string): string {
    if (this.peek().kind !== 'word') {
      this.fail(expected);
    }
    return this.next().text;
  }

  fail(expected: string): never {
    const { kind, text } = this.peek();
    const found = kind === 'end' ? 'the end' : `'${text}'`;
    throw new InputError(`expected ${expected} and found ${found}`);
  }
}
