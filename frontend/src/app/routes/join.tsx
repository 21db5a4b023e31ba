import { useNavigate, useSearch } from '@tanstack/react-router';
import { JoinPage } from '@/features/auth/join-page';

export function JoinRoute() {
  const { token } = useSearch({ from: '/join' });
  const navigate = useNavigate();
  return <JoinPage token={token} onEntered={() => void navigate({ to: '/', replace: true })} />;
}
