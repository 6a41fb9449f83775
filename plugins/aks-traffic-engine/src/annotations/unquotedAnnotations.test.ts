import { ingress } from '../__testUtils__/builders';
import { defaultAnnotationPrefix } from '../systems/AnnotationReading';
import { reader } from './__testUtils__/judge';
import { judgeAnnotations } from './judgeAnnotations';

/** Annotations as YAML has them where somebody forgot the quotes. */
function judged(annotations: Record<string, unknown>) {
  return judgeAnnotations(
    ingress({
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([name, value]) => [
          `${defaultAnnotationPrefix}/${name}`,
          value as string,
        ]),
      ),
    }),
    { readers: [reader()] },
  );
}

describe('annotations whose values are no texts', () => {
  it('get a verdict for what they say, and are told to be refused', () => {
    expect(
      judged({
        'limit-rps': 5,
        'no-such-name': true,
        'server-snippet': null,
        'ssl-redirect': false,
        'use-regex': { on: [1] },
      }),
    ).toMatchObject(
      [
        { name: 'limit-rps', value: '5', status: 'current' },
        { name: 'no-such-name', value: 'true', status: 'unknown' },
        { name: 'server-snippet', value: '', status: 'current' },
        { name: 'ssl-redirect', value: 'false', status: 'current' },
        { name: 'use-regex', value: '{"on":[1]}', status: 'current' },
      ].map(verdict => ({
        ...verdict,
        problem: expect.stringContaining('put it in quotes'),
      })),
    );
  });

  it('count beside others as if they were quoted', () => {
    expect(
      judged({ 'cors-allow-credentials': 'true', 'enable-cors': true }),
    ).toMatchObject([
      { name: 'cors-allow-credentials', effective: true },
      { name: 'enable-cors', effective: true },
    ]);
  });
});
