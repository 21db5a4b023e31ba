import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { LoginPage } from '@/features/auth/login-page';

export function LoginRoute() {
  const search = useSearch({ from: '/login' });
  const navigate = useNavigate();
  const router = useRouter();
  const enter = () => {
    if (search.return === undefined) void navigate({ to: '/', replace: true });
    else router.history.replace(search.return);
  };
  return <LoginPage onEntered={enter} />;
}
