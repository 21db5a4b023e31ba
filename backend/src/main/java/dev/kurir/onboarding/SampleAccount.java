package dev.kurir.onboarding;

import dev.kurir.account.Account;
import dev.kurir.account.AccountDesk;
import dev.kurir.account.AccountSettings;
import dev.kurir.account.Categories;
import dev.kurir.account.Category;
import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import dev.kurir.account.Limits;
import dev.kurir.account.NewAccount;
import dev.kurir.account.Passwords;
import dev.kurir.account.ReadingSettings;
import dev.kurir.account.Secret;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CategoryId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.sandbox.MailWorld;
import dev.kurir.sandbox.SandboxMailbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The account that uses the mailbox of the mail world, its worker on. */
@Component
class SampleAccount {
    /** The mail world has no Sent folders. */
    private static final ReadingSettings NO_COPIES =
            new ReadingSettings(ReadingSettings.SentCopies.NEVER, null, false, null);

    private static final String CATEGORY = "Automation";
    /** Fast enough for Done within a minute, slow enough to watch. */
    private static final Limits WATCHABLE = new Limits(Duration.ofMillis(400), Duration.ofMillis(400), null, 2);

    private final AccountDesk desk;
    private final Categories categories;
    private final MailWorld world;

    SampleAccount(AccountDesk desk, Categories categories, MailWorld world) {
        this.desk = desk;
        this.categories = categories;
        this.world = world;
    }

    Mono<AccountId> add(WorkspaceId workspace, String actor) {
        SandboxMailbox mailbox = world.mailbox();
        Passwords passwords = new Passwords(new Secret(mailbox.password()), null);
        return category(workspace)
                .map(category -> new NewAccount(settings(mailbox, category), passwords, true))
                .flatMap(account -> desk.add(workspace, account, actor))
                .map(Account::id);
    }

    /** The one that every workspace starts with; another where somebody removed it. */
    private Mono<CategoryId> category(WorkspaceId workspace) {
        return categories
                .all(workspace)
                .flatMap(all -> Mono.justOrEmpty(preferred(all)))
                .switchIfEmpty(Mono.defer(() -> categories.add(workspace, CATEGORY)))
                .map(Category::id);
    }

    private static Optional<Category> preferred(List<Category> all) {
        return all.stream()
                .filter(category -> category.name().equals(CATEGORY))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static AccountSettings settings(SandboxMailbox mailbox, CategoryId category) {
        return new AccountSettings(
                "Sandbox",
                category,
                true,
                "",
                "",
                "custom",
                "Kurir",
                mailbox.address(),
                mailbox.address().value(),
                new Endpoint(mailbox.host(), mailbox.smtpPort(), ConnectionSecurity.NONE),
                new Endpoint(mailbox.host(), mailbox.imapPort(), ConnectionSecurity.NONE),
                null,
                NO_COPIES,
                WATCHABLE);
    }
}
