import '@testing-library/jest-dom/vitest';
import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { keys } from '@/shared/keys/dispatcher';
import { server } from './server';

configure({ asyncUtilTimeout: 10_000 });

// What jsdom lacks and Mantine and our screens ask for.
window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
  }) as MediaQueryList;
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};
// The editor asks where its words are.
document.elementFromPoint = () => null;
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();
Object.defineProperty(document, 'fonts', {
  value: { addEventListener: vi.fn(), removeEventListener: vi.fn(), ready: Promise.resolve() },
  configurable: true,
});
// The virtual lists need a height to show anything in.
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: { get: () => 800, configurable: true },
  clientWidth: { get: () => 1200, configurable: true },
  offsetHeight: { get: () => 800, configurable: true },
  offsetWidth: { get: () => 1200, configurable: true },
});

// The shell does this in the program.
keys.listen(document);

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  cleanup();
  notifications.clean();
  server.resetHandlers();
});
afterAll(() => server.close());
