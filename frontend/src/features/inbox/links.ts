/** Where a link of a mail may lead. */
const ALLOWED = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;
const MAIL = /^[^\s@/:<>"]+@[^\s@/:<>"]+\.[^\s@/:<>"]+$/;
const HOST = /^([a-z0-9-]+\.)+[a-z]{2,}([/?#:][^\s<>"]*)?$/i;

/** The address that somebody means by what they typed; undefined where no mail should lead there. */
export function linkOf(typed: string): string | undefined {
  const address = typed.trim();
  if (ALLOWED.test(address)) return address;
  if (MAIL.test(address)) return `mailto:${address}`;
  return HOST.test(address) ? `https://${address}` : undefined;
}
