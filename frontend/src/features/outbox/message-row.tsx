import { Checkbox } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconBolt } from '@tabler/icons-react';
import { memo } from 'react';
import type { Message } from '@/api/generated/model';
import { MessageStateBadge } from '@/shared/ui/state-badge';
import { Countdown, RelativeTime } from '@/shared/ui/time';
import { MessageMenu } from './message-menu';
import type { OutboxFilter } from './search';
import { useRow } from './use-row';
import classes from './message-list.module.css';

type Props = {
  message: Message;
  index: number;
  top: number;
  height: number;
  focusable: boolean;
  selected: boolean;
  filter: OutboxFilter;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
  onFocus: (index: number) => void;
};

/** One message. It watches its own state only, so that news of others cost it nothing. */
export const MessageRow = memo(function MessageRow(props: Props) {
  const { index, top, height, focusable, selected, filter, onSelect, onOpen, onFocus } = props;
  const { t } = useLingui();
  const message = useRow(props.message);
  const leaving = filter.state !== undefined && message.state !== filter.state;
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      data-index={index}
      data-row={message.id}
      data-leaving={leaving || undefined}
      className={classes.row}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={() => onOpen(message.id)}
      onFocus={() => onFocus(index)}
    >
      <span role="gridcell" className={classes.check} onClick={(event) => event.stopPropagation()}>
        <Checkbox
          size="xs"
          tabIndex={focusable ? 0 : -1}
          aria-label={t`Select the message to ${message.to}`}
          checked={selected}
          onChange={() => onSelect(message.id)}
        />
      </span>
      <span role="gridcell" className={classes.to}>
        <span className={classes.name}>{message.name || message.to}</span>
        {message.name !== '' && <span className={classes.address}>{message.to}</span>}
      </span>
      <span role="gridcell" className={classes.subject}>
        {message.urgent && (
          <span className={classes.urgent}>
            <IconBolt size={14} aria-hidden />
            {t`Urgent`}
          </span>
        )}
        {message.subject}
      </span>
      <span role="gridcell" className={classes.account}>
        {message.accountName}
      </span>
      <span role="gridcell" className={classes.campaign}>
        {message.campaignName ?? <span className={classes.none}>{t`Direct`}</span>}
      </span>
      <span role="gridcell" className={classes.state}>
        <MessageStateBadge {...message} />
      </span>
      <span
        role="gridcell"
        className={classes.attempts}
        aria-label={plural(message.attempts, { one: '# attempt', other: '# attempts' })}
      >
        {message.attempts}
      </span>
      <span role="gridcell" className={classes.when}>
        <When message={message} />
      </span>
      <span role="gridcell" className={classes.menu} onClick={(event) => event.stopPropagation()}>
        <MessageMenu message={message} focusable={focusable} onOpen={onOpen} />
      </span>
    </div>
  );
});

function When({ message: { state, nextAt, sentAt } }: { message: Message }) {
  if (state === 'deferred' && nextAt) return <Countdown until={nextAt} />;
  if (state === 'accepted' && sentAt) return <RelativeTime value={sentAt} />;
  return null;
}
