package dev.kurir.inbox.worker;

import dev.kurir.account.ReadingAccounts;
import dev.kurir.inbox.Intake;
import dev.kurir.inbox.MailServers;
import dev.kurir.inbox.Mailboxes;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.io.BlockingMailIo;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the watchers work with. */
@Component
record WatchTools(
        ReadingAccounts accounts,
        MailServers servers,
        Mailboxes mailboxes,
        Intake intake,
        Feed feed,
        BlockingMailIo io,
        CarefulReader reader,
        Clock clock) {}
