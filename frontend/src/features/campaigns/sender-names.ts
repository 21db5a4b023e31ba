import { plural } from '@lingui/core/macro';
import type { Campaign } from '@/api/generated/model';

/** Who sends it, where there is room for one name only. */
export function senderNames({ accounts }: Pick<Campaign, 'accounts'>): string | undefined {
  const { length } = accounts;
  return length > 1 ? plural(length, { one: '# account', other: '# accounts' }) : accounts[0]?.name;
}
