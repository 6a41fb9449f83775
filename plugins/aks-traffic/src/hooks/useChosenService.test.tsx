import { act, renderHook } from '@testing-library/react';
import { PropsWithChildren } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { useChosenService } from './useChosenService';

function renderAt(address: string) {
  return renderHook(
    () => ({ chosen: useChosenService(), location: useLocation() }),
    {
      wrapper: ({ children }: PropsWithChildren) => (
        <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
      ),
    },
  );
}

describe('useChosenService', () => {
  it('takes the Service from the address', () => {
    const { result } = renderAt('/traffic?service=aks%2Fshop%2Fstorefront');
    expect(result.current.chosen[0]).toBe('aks/shop/storefront');
  });

  it('puts a choice into the address and keeps what else is there', () => {
    const { result } = renderAt('/traffic?theme=dark');
    expect(result.current.chosen[0]).toBeUndefined();

    act(() => result.current.chosen[1]('aks/shop/cart'));

    expect(result.current.location.search).toBe(
      '?theme=dark&service=aks%2Fshop%2Fcart',
    );
    expect(result.current.chosen[0]).toBe('aks/shop/cart');
  });
});
