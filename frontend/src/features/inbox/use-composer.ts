import type { Attachment, Conversation, Entry, EntryMail, Person } from '@/api/generated/model';

/** What somebody has written. */
export type Written = {
  to: Person[];
  cc: Person[];
  bcc: Person[];
  subject: string;
  text: string;
  /** Empty of a plain text. */
  html: string;
  quote: boolean;
  signature: boolean;
  files: Attachment[];
  /** The entry whose mail is sent on. */
  forward?: string;
};

/** What was taken back, to go on with. */
export function writtenOf({ sent }: Entry): Written {
  return {
    to: sent?.to ?? [],
    cc: sent?.cc ?? [],
    bcc: sent?.bcc ?? [],
    subject: sent?.subject ?? '',
    text: sent?.text ?? '',
    html: sent?.html ?? '',
    quote: sent?.quote ?? true,
    signature: sent?.signature ?? true,
    files: sent?.attachments ?? [],
    ...(sent?.forward != null && { forward: sent.forward }),
  };
}

const PREFIX = /^\s*(re|aw|sv|bls|balas)\s*:/i;

export const answerSubject = (subject: string) => (PREFIX.test(subject) ? subject : `Re: ${subject}`);

const FORWARDED = /^\s*fwd?\s*:/i;

/** The same in every language: mail programs know it. */
export const forwardSubject = (subject: string) => (FORWARDED.test(subject) ? subject : `Fwd: ${subject}`);

/** What a mail server has written, and nobody reads an answer to. */
const REPORTS: readonly EntryMail['kind'][] = ['bounce', 'delayed', 'complaint'];

/** With the newest mail of the other side that can be answered. */
export const newestMailEntry = (entries: readonly Entry[]) =>
  entries.findLast(({ kind, mail }) => kind === 'received' && mail && !REPORTS.includes(mail.kind));

/** The newest mail of the other side that can be answered. */
export const newestMail = (entries: readonly Entry[]): EntryMail | undefined =>
  newestMailEntry(entries)?.mail ?? undefined;

/** Whom an answer goes to: where the other side wants it, else whoever wrote, else the person of the conversation. */
export function answerTo(conversation: Conversation, entries: readonly Entry[]): Person[] {
  const mail = newestMail(entries);
  if (mail && mail.replyTo.length > 0) return mail.replyTo;
  return [mail?.from ?? conversation.person].filter(({ address }) => address !== '');
}

/** Everybody else who got the mail that is answered, but not the account itself, `own`. */
export function othersOf(entries: readonly Entry[], own: string, to: readonly Person[]): Person[] {
  const mail = newestMail(entries);
  const known = new Set([own, ...to.map(({ address }) => address)].map((address) => address.toLowerCase()));
  return [...(mail?.to ?? []), ...(mail?.cc ?? [])].filter(({ address }) => {
    const key = address.toLowerCase();
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

const NAMED = /^\s*(.*?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/;

export const written = ({ name, address }: Person) => (name ? `${name} <${address}>` : address);

/** What somebody typed as a recipient: `Ann <ann@example.com>`, or an address alone. */
export function recipientOf(typed: string): Person {
  const named = NAMED.exec(typed);
  return named
    ? { name: named[1]!.replaceAll('"', ''), address: named[2]! }
    : { name: '', address: typed.trim() };
}

const ADDRESS = /^[^\s@<>()",;:]+@[^\s@<>()",;:.]+(\.[^\s@<>()",;:.]+)+$/;

/** Those that are no addresses; which of the others take mail, the server knows. */
export const wrongAddresses = (people: readonly Person[]) =>
  people.map(({ address }) => address).filter((address) => !ADDRESS.test(address));
