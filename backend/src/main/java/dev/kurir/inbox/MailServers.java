package dev.kurir.inbox;

import dev.kurir.account.ReadingAccount;
import java.io.IOException;

/** Opens sessions with the mail servers of accounts. Implemented over IMAP. */
public interface MailServers {
    /** Connects, secures and logs in. Blocking. */
    MailSession connect(ReadingAccount account) throws IOException;
}
