import { defineConfig } from 'orval';

/** Operations without a place in a query client: the event stream has a client of its own, pages for strangers have none. */
const LEFT_OUT = ['/api/v1/stream', '/u/{token}'];

export default defineConfig({
  kurir: {
    input: {
      target: '../openapi.yaml',
      // Not a tag filter: that would also drop the schemas of the stream's events.
      override: {
        transformer: (spec) => ({
          ...spec,
          paths: Object.fromEntries(
            Object.entries(spec.paths ?? {}).filter(([path]) => !LEFT_OUT.includes(path)),
          ),
        }),
      },
    },
    output: {
      target: 'src/api/generated/kurir.ts',
      schemas: 'src/api/generated/model',
      mode: 'tags-split',
      client: 'react-query',
      httpClient: 'fetch',
      clean: true,
      indexFiles: true,
      override: {
        mutator: { path: 'src/api/http.ts', name: 'http' },
        fetch: { includeHttpResponseReturnType: false },
        query: { useQuery: true, useInfinite: false, signal: true },
      },
    },
  },
});
