import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { PropsWithChildren } from 'react';
import { clusterOnly, managedNginx } from '../../dev/fixtures/systems';
import { aksTrafficApiRef } from '../api/aksTrafficApiRef';
import { useEntityTraffic } from './useEntityTraffic';

const entityRef = 'component:default/storefront';

describe('useEntityTraffic', () => {
  const getEntityTraffic = jest.fn();
  const wrapper = ({ children }: PropsWithChildren) => (
    <TestApiProvider
      apis={[
        [
          aksTrafficApiRef,
          {
            getEntityTraffic,
            listClusters: jest.fn(),
            refreshCluster: jest.fn(),
          },
        ],
      ]}
    >
      {children}
    </TestApiProvider>
  );

  beforeEach(() => getEntityTraffic.mockReset());

  it('loads and then has the answer', async () => {
    getEntityTraffic.mockResolvedValue(clusterOnly);
    const { result } = renderHook(() => useEntityTraffic(entityRef), {
      wrapper,
    });

    expect(result.current).toMatchObject({ loading: true });
    await waitFor(() => expect(result.current.traffic).toBe(clusterOnly));
    expect(result.current).toMatchObject({ loading: false });
    expect(getEntityTraffic).toHaveBeenCalledWith(entityRef, {
      signal: expect.any(AbortSignal),
    });
  });

  it('keeps the answer and adds the error when asking again fails', async () => {
    jest.useFakeTimers();
    try {
      getEntityTraffic
        .mockResolvedValueOnce(clusterOnly)
        .mockRejectedValueOnce(new Error('gone'))
        .mockResolvedValueOnce(managedNginx);
      const { result } = renderHook(() => useEntityTraffic(entityRef), {
        wrapper,
      });
      await act(() => jest.advanceTimersByTimeAsync(0));

      await act(() => jest.advanceTimersByTimeAsync(60_000));
      expect(result.current.traffic).toBe(clusterOnly);
      expect(result.current.error?.message).toBe('gone');

      await act(() => jest.advanceTimersByTimeAsync(60_000));
      expect(result.current.traffic).toBe(managedNginx);
      expect(result.current.error).toBeUndefined();
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks again at once when told to', async () => {
    getEntityTraffic
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValueOnce(clusterOnly);
    const { result } = renderHook(() => useEntityTraffic(entityRef), {
      wrapper,
    });
    await waitFor(() => expect(result.current.error?.message).toBe('gone'));

    act(() => result.current.retry());
    await waitFor(() => expect(result.current.traffic).toBe(clusterOnly));
    expect(result.current.error).toBeUndefined();
  });

  it('asks again as soon as it is told of news about its clusters, and of no others', async () => {
    getEntityTraffic.mockResolvedValue({ ...clusterOnly, topics: ['ours'] });
    let tell = (_message: object) => {};
    const unsubscribe = jest.fn();
    const subscribe = jest.fn((_channel, onMessage) => {
      tell = onMessage;
      return { unsubscribe };
    });
    const { result, unmount } = renderHook(() => useEntityTraffic(entityRef), {
      wrapper: ({ children }: PropsWithChildren) => (
        <TestApiProvider
          apis={[
            [aksTrafficApiRef, { getEntityTraffic } as never],
            [signalApiRef, { subscribe } as never],
          ]}
        >
          {children}
        </TestApiProvider>
      ),
    });
    await waitFor(() => expect(result.current.loading).toBe(false));
    expect(subscribe).toHaveBeenCalledWith('aks-traffic', expect.any(Function));

    getEntityTraffic.mockResolvedValue(managedNginx);
    act(() => tell({ topics: ['others'] }));
    act(() => tell({ topics: ['others', 'ours'] }));
    await waitFor(() => expect(result.current.traffic).toBe(managedNginx));
    expect(getEntityTraffic).toHaveBeenCalledTimes(2);

    unmount();
    expect(unsubscribe).toHaveBeenCalled();
  });

  it('never shows the answer of one entity for another', async () => {
    let answerFirst = (_traffic: EntityTraffic) => {};
    getEntityTraffic
      .mockReturnValueOnce(
        new Promise(resolve => {
          answerFirst = resolve;
        }),
      )
      .mockResolvedValueOnce(managedNginx);
    const { result, rerender } = renderHook(
      (props: { entityRef: string }) => useEntityTraffic(props.entityRef),
      { wrapper, initialProps: { entityRef } },
    );

    rerender({ entityRef: 'component:default/cart' });
    await waitFor(() => expect(result.current.traffic).toBe(managedNginx));
    await act(async () => answerFirst(clusterOnly));
    expect(result.current.traffic).toBe(managedNginx);

    getEntityTraffic.mockReturnValueOnce(new Promise(() => {}));
    rerender({ entityRef });
    expect(result.current.traffic).toBeUndefined();
    expect(result.current.loading).toBe(true);
  });
});
