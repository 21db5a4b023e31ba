import type {
  Account,
  AccountRequest,
  AccountTestRequest,
  Endpoint,
  Provider,
  ReadingSettings,
} from '@/api/generated/model';
import { limitsOf, limitValuesOf, NEW_LIMITS, presetLimits, type LimitValues } from './limit-values';

export const CUSTOM = 'custom';

/** Where answers are kept, and whether the server is told what was read. An empty folder: it is found. */
type ReadingValues = {
  sentCopies: ReadingSettings['sentCopies'];
  sentFolder: string;
  markRead: boolean;
  /** Empty: nothing is answered by itself. */
  awayText: string;
  /** The last day, as `2026-12-31`. Empty: for as long as there is a text. */
  awayUntil: string;
};

/** An account as its form holds it. An empty password means: the stored one stays. */
export type AccountValues = {
  name: string;
  categoryId: string | null;
  active: boolean;
  notes: string;
  signature: string;
  provider: string | null;
  fromName: string;
  fromAddress: string;
  username: string;
  password: string;
  smtp: Endpoint;
  receives: boolean;
  imap: Endpoint;
  imapUsername: string;
  imapPassword: string;
  reading: ReadingValues;
  limits: LimitValues;
};

const SMTP: Endpoint = { host: '', port: 465, security: 'tls' };
const IMAP: Endpoint = { host: '', port: 993, security: 'tls' };
const READING: ReadingValues = {
  sentCopies: 'automatic',
  sentFolder: '',
  markRead: false,
  awayText: '',
  awayUntil: '',
};

export function valuesOf(account: Account | undefined, categoryId: string | null): AccountValues {
  if (!account) {
    return {
      name: '',
      categoryId,
      active: true,
      notes: '',
      signature: '',
      provider: null,
      fromName: '',
      fromAddress: '',
      username: '',
      password: '',
      smtp: SMTP,
      receives: false,
      imap: IMAP,
      imapUsername: '',
      imapPassword: '',
      reading: READING,
      limits: NEW_LIMITS,
    };
  }
  return {
    name: account.name,
    categoryId: account.category.id,
    active: account.active,
    notes: account.notes,
    signature: account.signature,
    provider: account.provider,
    fromName: account.fromName,
    fromAddress: account.fromAddress,
    username: account.username === account.fromAddress ? '' : account.username,
    password: '',
    smtp: account.smtp,
    receives: account.imap !== null && account.imap !== undefined,
    imap: account.imap ?? IMAP,
    imapUsername: account.imapUsername ?? '',
    imapPassword: '',
    reading: {
      ...account.reading,
      sentFolder: account.reading.sentFolder ?? '',
      awayText: account.reading.awayText ?? '',
      awayUntil: lastDayOf(account.reading.awayUntil),
    },
    limits: limitValuesOf(account.limits),
  };
}

/** What is sent to store the account. Passwords that were not typed are left out. */
export function requestOf(values: AccountValues): AccountRequest {
  return {
    ...connectionOf(values),
    name: values.name.trim(),
    categoryId: values.categoryId ?? '',
    active: values.active,
    notes: values.notes,
    signature: values.signature,
    provider: values.provider ?? CUSTOM,
    fromName: values.fromName.trim(),
    reading: {
      ...values.reading,
      sentFolder: values.reading.sentFolder.trim() || null,
      awayText: values.reading.awayText.trim() || null,
      awayUntil: endOf(values.reading.awayUntil),
    },
    limits: limitsOf(values.limits),
  };
}

/** The day before which it ends, here. */
function lastDayOf(until: string | null | undefined): string {
  if (until == null) return '';
  const day = new Date(new Date(until).getTime() - 1);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Midnight after this day, here. */
function endOf(day: string): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  return new Date(year, month - 1, date + 1).toISOString();
}

export function testOf(values: AccountValues, accountId: string | undefined): AccountTestRequest {
  return { ...connectionOf(values), ...(accountId === undefined ? {} : { accountId }) };
}

function connectionOf(values: AccountValues) {
  const fromAddress = values.fromAddress.trim();
  return {
    fromAddress,
    username: values.username.trim() || fromAddress,
    ...(values.password === '' ? {} : { password: values.password }),
    smtp: trimmed(values.smtp),
    imap: values.receives ? trimmed(values.imap) : null,
    imapUsername: values.receives && values.imapUsername.trim() !== '' ? values.imapUsername.trim() : null,
    ...(values.receives && values.imapPassword !== '' ? { imapPassword: values.imapPassword } : {}),
  };
}

const trimmed = (endpoint: Endpoint): Endpoint => ({ ...endpoint, host: endpoint.host.trim() });

/** What a preset fills in. */
export function presetOf(provider: Provider): Partial<AccountValues> {
  const limits = presetLimits(provider);
  return {
    provider: provider.id,
    smtp: provider.smtp,
    receives: provider.imap !== null && provider.imap !== undefined,
    imap: provider.imap ?? IMAP,
    ...(limits ? { limits } : {}),
  };
}

/** The preset that an address belongs to by its domain. */
export function providerOf(address: string, providers: readonly Provider[]): Provider | undefined {
  const domain = address.trim().toLowerCase().split('@')[1];
  return domain === undefined || domain === ''
    ? undefined
    : providers.find(({ domains }) => domains.includes(domain));
}
