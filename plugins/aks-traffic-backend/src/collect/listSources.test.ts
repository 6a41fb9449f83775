import { ClusterSource } from 'backstage-plugin-aks-traffic-node';
import { listSources } from './listSources';

const { signal } = new AbortController();

const list = (source: Pick<ClusterSource, 'list'>, timeoutMs = 60_000) =>
  listSources([{ id: 'inventory', ...source }], { signal, timeoutMs });

describe('listSources', () => {
  it('is not complete with a source that could not list everything', async () => {
    expect(
      await list({
        list: async () => ({ clusters: [], gaps: ['One shelf is locked.'] }),
      }),
    ).toEqual({
      clusters: [],
      gaps: ['One shelf is locked.'],
      complete: false,
    });
  });

  it('says what a source remarks on a list that is whole', async () => {
    expect(
      await list({
        list: async () => ({
          clusters: [],
          gaps: [],
          hints: ['There is no shelf named gone.'],
        }),
      }),
    ).toEqual({
      clusters: [],
      gaps: ['There is no shelf named gone.'],
      complete: true,
    });
  });

  it('waits for a source that never answers no longer than it is told', async () => {
    expect(
      await list({ list: () => new Promise<never>(() => {}) }, 20),
    ).toMatchObject({
      clusters: [],
      gaps: [
        expect.stringMatching(
          /^The clusters of the source inventory could not be listed: /,
        ),
      ],
      complete: false,
    });
  });
});
