package dev.kurir.campaign;

import dev.kurir.kernel.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that a campaign is sent from.
 *
 * @param chosen in the order in which they were chosen; empty: none yet
 */
public record Senders(List<Sender> chosen, Rotation rotation) {
    public static final int MOST = 50;
    public static final Senders NONE = new Senders(List.of(), Rotation.EVEN);

    public Senders {
        chosen = List.copyOf(chosen);
    }

    /** This one alone; null: none. */
    public static Senders of(@Nullable AccountId account) {
        return account == null ? NONE : new Senders(List.of(new Sender(account)), Rotation.EVEN);
    }

    public List<AccountId> accounts() {
        return chosen.stream().map(Sender::account).toList();
    }
}
