import { AccountsPage } from '@/features/accounts/accounts-page';

export function AccountsRoute() {
  return <AccountsPage />;
}
