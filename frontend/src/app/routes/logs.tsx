import { LogsPage } from '@/features/logs/logs-page';

export function LogsRoute() {
  return <LogsPage />;
}
