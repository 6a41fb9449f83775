import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A busy machine takes longer to load a part of an app than the second that is waited for otherwise.
configure({ asyncUtilTimeout: 30_000 });

// jsdom has no layout, so nothing is ever scrolled into view there.
globalThis.IntersectionObserver = class {
  readonly root = null;
  readonly rootMargin = '';
  readonly thresholds = [];
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
} as unknown as typeof IntersectionObserver;
