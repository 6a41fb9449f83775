import { RefCallback, useCallback, useRef, useState } from 'react';

/**
 * The width of an element in pixels, as it is and comes to be.
 *
 * @returns What to give the element as its `ref`, and the width; `undefined` until it is known.
 */
export function useWidth(): [RefCallback<HTMLElement>, number | undefined] {
  const [width, setWidth] = useState<number>();
  const observer = useRef<ResizeObserver>();
  const measure = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (element === null || typeof ResizeObserver === 'undefined') {
      return;
    }
    const read = () => setWidth(element.clientWidth || undefined);
    observer.current = new ResizeObserver(read);
    observer.current.observe(element);
    read();
  }, []);
  return [measure, width];
}
