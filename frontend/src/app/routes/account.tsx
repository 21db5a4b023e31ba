import { AccountPage } from '@/features/accounts/account-page';

export function AccountRoute() {
  return <AccountPage />;
}
