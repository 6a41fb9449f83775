import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityTrafficCard } from './entityCard';

function testerFor(docsUrl: unknown) {
  return createExtensionTester(entityTrafficCard, {
    config: { docsUrl: docsUrl as string },
  });
}

describe('entityTrafficCard', () => {
  it.each(['docs', 'https://example.com/?path=', 7])(
    'refuses %j as docsUrl, naming the extension and the key',
    docsUrl => {
      expect(() =>
        testerFor(docsUrl).get(EntityCardBlueprint.dataRefs.type),
      ).toThrow(
        /'entity-card:.*traffic'.*Must be an http or https address.* at 'docsUrl'/,
      );
    },
  );

  it.each([undefined, 'https://example.com/docs'])(
    'takes %j as docsUrl',
    docsUrl => {
      expect(testerFor(docsUrl).get(EntityCardBlueprint.dataRefs.type)).toBe(
        'content',
      );
    },
  );
});
