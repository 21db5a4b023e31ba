import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { useCommand } from '@/shared/keys/use-command';
import { useMayManage } from '@/shared/session/me';
import { PageHeader } from '@/shared/ui/page-header';
import { ConversationList } from './conversation-list';
import { InfoPane } from './info-pane';
import { InboxTabs } from './inbox-tabs';
import { InboxToolbar } from './inbox-toolbar';
import { MovesProvider } from './moves';
import { NewMessageButton } from './new-message-button';
import { NothingOpen } from './nothing-open';
import { Quarantine } from './quarantine';
import { ReadingState } from './reading-state';
import { SentFromHere } from './sent-from-here';
import { Thread } from './thread';
import { useInfo } from './use-info';
import classes from './inbox-page.module.css';

const route = getRouteApi('/shell/inbox');

/** Conversations left, the one that is open beside them, and then who it is with; on a phone one after the other. */
export function InboxPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayManage = useMayManage();
  const { open } = search;
  const close = () => void navigate({ search: ({ open: _, ...rest }) => rest });
  const show = (id: string) => void navigate({ search: (before) => ({ ...before, open: id }) });
  const info = useInfo(open);
  useCommand('list.back', close, open !== undefined);
  return (
    <div className={clsx(classes.page, open !== undefined && classes.reading)}>
      <div className={classes.head}>
        <PageHeader
          title={t`Inbox`}
          beside={
            <>
              <ReadingState />
              {mayManage && <Quarantine />}
            </>
          }
          actions={<NewMessageButton />}
          tabs={<InboxTabs search={search} />}
        />
      </div>
      <SentFromHere />
      <MovesProvider onShow={show}>
        <div className={clsx(classes.panes, info.beside && classes.three)}>
          <section className={classes.list} aria-label={t`List of conversations`}>
            <InboxToolbar search={search} />
            <ConversationList search={search} />
          </section>
          <section className={classes.thread} aria-label={t`Conversation`}>
            {open === undefined ? (
              <NothingOpen />
            ) : (
              <Thread key={open} id={open} info={info} onClose={close} />
            )}
          </section>
          {open !== undefined && <InfoPane id={open} info={info} />}
        </div>
      </MovesProvider>
    </div>
  );
}
