package dev.kurir.account.web;

import dev.kurir.account.Account;
import dev.kurir.account.AccountSettings;
import dev.kurir.kernel.AccountId;

/** What those need of an account who only write from it: agents see no more. */
record AccountNameResponse(
        AccountId id, String name, String fromAddress, String signature, boolean active, boolean watched) {
    static AccountNameResponse of(Account account) {
        AccountSettings settings = account.settings();
        return new AccountNameResponse(
                account.id(),
                settings.name(),
                settings.from().value(),
                settings.signature(),
                settings.active(),
                settings.active() && settings.imap() != null);
    }
}
