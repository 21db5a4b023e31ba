package dev.kurir.campaign;

import dev.kurir.kernel.AccountId;

/**
 * One of the accounts that a campaign is sent from.
 *
 * @param weight its share among the weights of all
 */
public record Sender(AccountId account, int weight) {
    public static final int HEAVIEST = 100;

    public Sender(AccountId account) {
        this(account, 1);
    }
}
