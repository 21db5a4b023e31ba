import type { Message, OutboxSummary, WorkerStatus } from '@/api/generated/model';
import { NO_STATES } from '@/shared/progress/state-groups';

/** Answers of the API with everything filled in; a test names only what it is about. */
export const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const aMessage = (number: number, message: Partial<Message> = {}): Message => ({
  id: idOf(number),
  to: `person${number}@example.com`,
  name: `Person ${number}`,
  subject: 'Hello',
  accountId: idOf(1),
  accountName: 'Sandbox',
  campaignId: null,
  campaignName: null,
  urgent: false,
  state: 'queued',
  attempts: 0,
  nextAt: null,
  sentAt: null,
  replyCode: null,
  createdAt: '2026-11-22T10:00:00Z',
  updatedAt: '2026-11-22T10:00:00Z',
  ...message,
});

export const aWorker = (worker: Partial<WorkerStatus> = {}): WorkerStatus => ({
  accountId: idOf(1),
  accountName: 'Sandbox',
  wanted: 'ON',
  state: 'on',
  reason: null,
  detail: null,
  inFlight: 0,
  waiting: 3,
  sentLastMinute: 0,
  perMinute: 60,
  nextAt: null,
  sandbox: true,
  ...worker,
});

export const aSummary = (states: Partial<OutboxSummary['states']>): OutboxSummary => ({
  states: { ...NO_STATES, ...states },
  sentLastMinute: 0,
  etaAt: null,
  etaReason: 'no_estimate',
});
