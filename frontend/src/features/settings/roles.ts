import { useLingui } from '@lingui/react/macro';
import type { Role } from '@/api/generated/model';

/** What the roles are called. */
export function useRoleNames(): Record<Role, string> {
  const { t } = useLingui();
  return { owner: t`Owner`, manager: t`Manager`, agent: t`Agent` };
}

/** What the roles may do. */
export function useRoleMeanings(): Record<Role, string> {
  const { t } = useLingui();
  return {
    owner: t`Everything, people too.`,
    manager: t`Everything but people.`,
    agent: t`Answers conversations.`,
  };
}
