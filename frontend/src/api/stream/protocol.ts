import type {
  CampaignChange,
  Import,
  LogEntry,
  OutboxDelta,
  StreamChange,
  StreamHello,
  StreamMention,
  WorkerStatus,
} from '../generated/model';

/** What the stream can say, by event name. `resync` means: something may have been missed, refetch. */
export type StreamEvents = {
  hello: StreamHello;
  resync: unknown;
  outbox: OutboxDelta;
  worker: WorkerStatus;
  campaign: CampaignChange;
  log: LogEntry;
  import: Import;
  changed: StreamChange;
  mention: StreamMention;
};
export type StreamEventName = keyof StreamEvents;

export const EVENT_NAMES: readonly StreamEventName[] = [
  'hello',
  'resync',
  'outbox',
  'worker',
  'campaign',
  'log',
  'import',
  'changed',
  'mention',
];

const TOPICS = ['outbox', 'campaigns', 'accounts', 'contacts', 'inbox', 'log'];

export const STREAM_URL = `/api/v1/stream?topics=${TOPICS.join(',')}`;

/** idle: nobody is logged in. unauthorized: the session ended. */
export type StreamStatus = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'offline' | 'unauthorized';

export type StreamState = {
  status: StreamStatus;
  /** When the status was entered. */
  since: number;
  /** When the server was heard last; undefined before the first word. */
  heardAt: number | undefined;
};

/** What a connection tells its listeners, in one tab or over the port of the shared worker. */
export type StreamNews =
  { type: 'state'; state: StreamState } | { type: 'event'; name: StreamEventName; data: unknown };

/** What a tab asks of the shared worker. */
export type StreamRequest = { type: 'start' | 'stop' | 'check' | 'leave' };
