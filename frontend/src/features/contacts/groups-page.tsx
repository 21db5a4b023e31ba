import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  createList,
  createTag,
  deleteList,
  deleteTag,
  renameList,
  renameTag,
} from '@/api/generated/contact/contact';
import { PageHeader } from '@/shared/ui/page-header';
import { GroupPanel } from './group-panel';
import classes from './groups-page.module.css';
import { listsQuery, tagsQuery } from './queries';

/** Lists and tags: make, rename, delete. The people in them stay. */
export function GroupsPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useLingui();
  const lists = useQuery(listsQuery);
  const tags = useQuery(tagsQuery);
  return (
    <>
      <PageHeader title={t`Lists and tags`} tabs={tabs} />
      <div className={classes.columns}>
        <GroupPanel
          kind="list"
          title={t`Lists`}
          hint={t`Whom a campaign goes to.`}
          query={lists}
          create={(name) => createList({ name })}
          rename={(id, name) => renameList(id, { name })}
          remove={(id) => deleteList(id)}
        />
        <GroupPanel
          kind="tag"
          title={t`Tags`}
          hint={t`Labels to find people by.`}
          query={tags}
          create={(name) => createTag({ name })}
          rename={(id, name) => renameTag(id, { name })}
          remove={(id) => deleteTag(id)}
        />
      </div>
    </>
  );
}
