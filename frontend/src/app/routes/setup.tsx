import { useNavigate, useSearch } from '@tanstack/react-router';
import { SetupPage } from '@/features/auth/setup-page';

export function SetupRoute() {
  const { token } = useSearch({ from: '/setup' });
  const navigate = useNavigate();
  return (
    <SetupPage token={token} loginHref="/login" onEntered={() => void navigate({ to: '/', replace: true })} />
  );
}
