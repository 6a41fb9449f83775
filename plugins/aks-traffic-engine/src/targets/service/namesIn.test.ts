import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from './namesIn';

const finders = join(__dirname, '../../annotations/effects/finders');

describe('namesIn', () => {
  it('names annotations without their prefix, and effects in words', () => {
    expect(
      namesIn(['nginx.ingress.kubernetes.io/auth-url', 'default-tls-redirect']),
    ).toBe('auth-url, the redirect to HTTPS');
  });

  it('has words for every effect there is', () => {
    const ids = readdirSync(finders)
      .filter(file => !file.endsWith('.test.ts'))
      .map(file => readFileSync(join(finders, file), 'utf8'))
      .flatMap(text => [...text.matchAll(/\bid: '([a-z-]+)'/g)])
      .map(([, id]) => id);

    expect(ids.length).toBeGreaterThan(15);
    expect(ids.filter(id => namesIn([id]) === id)).toEqual([]);
  });
});
