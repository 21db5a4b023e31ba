import { http, HttpResponse } from 'msw';
import type { Conversation } from '@/api/generated/model';
import { someCounts } from '@/testing/inbox';
import { server } from '@/testing/server';

/** More than one conversation: those in the list, and each one by itself, in the list or not. */
export function serveConversations(listed: () => Conversation[], one: (id: string) => Conversation) {
  server.use(
    http.get('/api/v1/conversations', () => HttpResponse.json({ items: listed(), next: null })),
    http.get('/api/v1/conversations/counts', () => HttpResponse.json(someCounts())),
    http.get('/api/v1/conversations/tags', () => HttpResponse.json([])),
    http.get('/api/v1/conversations/:id', ({ params }) => HttpResponse.json(one(String(params.id)))),
  );
}
