import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import { clusterAnswer } from './clusterAnswer';
import { readArmIds } from './readArmIds';

const id =
  '/subscriptions/1/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/shop';

// Backstage's own reader leaves __proto__ out, and what is null.
const name = fc.oneof(
  fc.constantFrom('constructor', 'toString', 'shop', '..'),
  fc
    .string({ unit: 'binary', maxLength: 6 })
    .filter(text => text !== '__proto__'),
);

const given = fc.jsonValue().filter(value => value !== null);

/** What was read, or the name of the refusal. */
function armIdsOf(armIds: object) {
  try {
    const config = new ConfigReader({
      aksTraffic: { kubernetesPlugin: { armIds } },
    } as never);
    return [...readArmIds(config)];
  } catch (error) {
    return (error as Error).name;
  }
}

describe('what the Kubernetes plugin and app-config say', () => {
  it('gives each name its own resource id, or refuses', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.oneof(fc.constant(id), given), {
          noNullPrototype: true,
          maxKeys: 4,
        }),
        armIds => {
          const isRead = Object.values(armIds).every(each => each === id);

          expect(armIdsOf(armIds)).toEqual(
            isRead ? Object.entries(armIds) : 'InputError',
          );
        },
      ),
    );
  });

  it('is a list of named clusters, or nothing', () => {
    const answer = fc.oneof(
      fc.jsonValue(),
      fc.record({
        items: fc.array(
          fc.oneof(
            fc.jsonValue({ maxDepth: 1 }),
            fc.record({ name, authProvider: name }),
          ),
          { maxLength: 3 },
        ),
      }),
    );
    fc.assert(
      fc.property(answer, value => {
        const { success, data } = clusterAnswer.safeParse(value);

        expect(
          success
            ? data.items.map(each => each.name)
            : (value as { items: { name: string }[] } | null)?.items,
        ).toEqual(
          success
            ? (value as { items: { name: string }[] }).items.map(
                each => each.name,
              )
            : (value as { items: unknown } | null)?.items,
        );
      }),
    );
  });
});
