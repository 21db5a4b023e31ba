import type { Security as ApiSecurity } from '@/api/generated/model';

export type Security = ApiSecurity;
export type EndpointPort = number;

/** The port that usually goes with a protocol and its security. */
export const PORTS: Record<'smtp' | 'imap', Record<Security, EndpointPort>> = {
  smtp: { tls: 465, starttls: 587, none: 25 },
  imap: { tls: 993, starttls: 143, none: 143 },
};
