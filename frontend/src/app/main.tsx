import '@/shared/theme/mantine.css';
import '@mantine/notifications/styles.layer.css';
import '@/shared/theme/tokens.css';
import { createRoot } from 'react-dom/client';
import { activate, preferredLanguage } from './i18n';
import { Providers } from './providers';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

await activate(preferredLanguage());
createRoot(root).render(<Providers />);
