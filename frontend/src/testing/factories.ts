import type {
  Account,
  Audience,
  Campaign,
  Contact,
  Group,
  Import,
  Message,
  OutboxSummary,
  Progress,
  Suppression,
  WorkerStatus,
} from '@/api/generated/model';
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
  replyCode: message.state === 'accepted' ? 250 : null,
  basis: null,
  createdAt: '2026-11-22T10:00:00Z',
  updatedAt: '2026-11-22T10:00:00Z',
  ...message,
});

export const aWorker = (worker: Partial<WorkerStatus> = {}): WorkerStatus => ({
  accountId: idOf(1),
  accountName: 'Sandbox',
  wanted: 'ON',
  state: 'on',
  stopped: false,
  reason: null,
  detail: null,
  inFlight: 0,
  waiting: 3,
  sentLastMinute: 0,
  perMinute: 60,
  ceiling: 60,
  limits: [{ span: 'minute', limit: 60, used: 0 }],
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

export const anAccount = (account: Partial<Account> = {}): Account => ({
  id: idOf(1),
  version: '1',
  name: 'Sandbox',
  category: { id: idOf(90), name: 'Automation', accounts: 1 },
  channel: 'email',
  active: true,
  notes: '',
  signature: '',
  reading: { sentCopies: 'automatic', sentFolder: null, markRead: false },
  provider: 'custom',
  fromName: 'Kurir',
  fromAddress: 'hello@sandbox.test',
  username: 'hello@sandbox.test',
  passwordStored: true,
  smtp: { host: 'localhost', port: 25, security: 'none' },
  limits: { gapSeconds: 0, jitterSeconds: 0, connections: 1 },
  sandbox: true,
  createdAt: '2026-11-22T10:00:00Z',
  ...account,
});

export const aGroup = (number: number, name: string, contacts = 0): Group => ({
  id: idOf(number),
  name,
  contacts,
});

export const aContact = (number: number, contact: Partial<Contact> = {}): Contact => ({
  id: idOf(number),
  version: '1',
  email: `person${number}@example.com`,
  name: `Person ${number}`,
  phone: '',
  company: '',
  data: {},
  lists: [],
  tags: [],
  suppressed: null,
  createdAt: '2026-11-22T10:00:00Z',
  ...contact,
});

export const aSuppression = (number: number, suppression: Partial<Suppression> = {}): Suppression => ({
  id: idOf(number),
  email: `person${number}@example.com`,
  reason: 'unsubscribed',
  note: null,
  since: '2026-11-22T10:00:00Z',
  ...suppression,
});

export const anImport = (number: number, run: Partial<Import> = {}): Import => ({
  id: idOf(number),
  fileName: 'people.csv',
  state: 'running',
  progress: 0,
  lines: 0,
  created: 0,
  updated: 0,
  skipped: 0,
  refused: 0,
  problem: null,
  createdAt: '2026-11-22T10:00:00Z',
  ...run,
});

export const NO_SKIPS = { suppressed: 0, unsubscribed: 0, duplicate: 0, noAddress: 0 };

type Figures = Partial<Omit<Progress, 'states' | 'skipped'>> & {
  states?: Partial<Progress['states']>;
  skipped?: Partial<Progress['skipped']>;
};

export const aProgress = ({ states, skipped, ...rest }: Figures = {}): Progress => ({
  audience: 0,
  accounts: [],
  unproven: 0,
  balanced: true,
  sentLastMinute: 0,
  etaAt: null,
  etaReason: null,
  ...rest,
  states: { ...NO_STATES, ...states },
  skipped: { ...NO_SKIPS, ...skipped },
});

export const aCampaign = (number: number, campaign: Partial<Campaign> = {}): Campaign => ({
  id: idOf(number),
  version: '1',
  name: `Campaign ${number}`,
  channel: 'email',
  state: 'draft',
  account: { id: idOf(1), name: 'Sandbox' },
  accounts: [{ id: idOf(1), name: 'Sandbox', weight: 1 }],
  rotation: 'even',
  lists: [{ id: idOf(50), name: 'Customers' }],
  tags: [],
  subject: 'Hello {{name}}',
  preheader: '',
  html: '<p>Hello {{name}}</p>',
  text: '',
  progress: aProgress(),
  uncertainPolicy: { action: 'ask', afterMinutes: null },
  problem: null,
  sample: false,
  createdAt: '2026-11-22T10:00:00Z',
  updatedAt: '2026-11-22T10:00:00Z',
  startedAt: null,
  doneAt: null,
  ...campaign,
});

export const anAudience = (audience: Partial<Audience> = {}): Audience => ({
  total: 3,
  recipients: 3,
  skipped: NO_SKIPS,
  sample: [{ contactId: idOf(70), email: 'sari@example.com', name: 'Sari' }],
  ...audience,
});
