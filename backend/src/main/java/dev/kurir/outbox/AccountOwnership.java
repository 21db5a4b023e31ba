package dev.kurir.outbox;

import java.util.OptionalLong;

/**
 * Whom this process may work for: one node owns an account, for sending and for reading. Implemented by the engine,
 * which takes its share of the accounts and gives it up again.
 */
public interface AccountOwnership {
    /** The node that its accounts stand under ({@code account_owner.node_id}); empty while it may not work. */
    OptionalLong node();
}
