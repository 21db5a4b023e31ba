package dev.kurir.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.testing.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** People and their lists, in a workspace of their own. */
abstract class PeopleOfAWorkspace {
    final Contacts contacts;
    final Groups groups;
    final WorkspaceId workspace;

    PeopleOfAWorkspace(Contacts contacts, Groups groups, DatabaseClient database) {
        this.contacts = contacts;
        this.groups = groups;
        this.workspace = TestWorkspace.fresh(database);
    }

    final Contact add(@Nullable String email, String name) {
        return get(contacts.add(workspace, person(email, name)));
    }

    final ListId list(String name) {
        return (ListId) get(groups.add(workspace, GroupKind.LIST, name)).id();
    }

    final Slice<Contact> page(ContactFilter filter) {
        return get(contacts.page(workspace, filter, ContactSort.NEWEST, null, 50));
    }

    static NewContact person(@Nullable String email, String name) {
        EmailAddress address = email == null ? null : new EmailAddress(email);
        return new NewContact(new ContactDetails(address, name, "", "", Map.of()), List.of(), List.of());
    }

    static List<String> names(Slice<Contact> page) {
        return page.items().stream().map(contact -> contact.details().name()).toList();
    }

    static void assertRefused(String code, Mono<?> refused) {
        assertThatThrownBy(() -> refused.block(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(10)));
    }
}
