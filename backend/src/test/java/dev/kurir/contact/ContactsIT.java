package dev.kurir.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.TagId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.suppression.NewSuppression;
import dev.kurir.suppression.SuppressionReason;
import dev.kurir.suppression.Suppressions;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.TestWorkspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

@KurirTest(shared = true)
class ContactsIT {
    private final Contacts contacts;
    private final Groups groups;
    private final BulkChanges bulk;
    private final SampleContacts samples;
    private final Suppressions suppressions;
    private final DatabaseClient database;
    private final WorkspaceId workspace;

    ContactsIT(
            Contacts contacts,
            Groups groups,
            BulkChanges bulk,
            SampleContacts samples,
            Suppressions suppressions,
            DatabaseClient database) {
        this.contacts = contacts;
        this.groups = groups;
        this.bulk = bulk;
        this.samples = samples;
        this.suppressions = suppressions;
        this.database = database;
        this.workspace = TestWorkspace.fresh(database);
    }

    @Test
    void keepsWhatItWasGiven() {
        ListId list = list("Guests");
        Contact added = get(contacts.add(
                workspace,
                new NewContact(
                        new ContactDetails(
                                new EmailAddress("ada@example.com"),
                                "Ada Lovelace",
                                "+62 1",
                                "Engines",
                                Map.of("city", "Bandung")),
                        List.of(list),
                        List.of("VIP", "vip "))));

        Contact found = get(contacts.get(workspace, added.id()));

        assertThat(found).isEqualTo(added);
        assertThat(found.details().data()).containsExactly(Map.entry("city", "Bandung"));
        assertThat(found.lists()).extracting(Contact.Membership::name).containsExactly("Guests");
        assertThat(found.tags()).extracting(Contact.Membership::name).containsExactly("VIP");
    }

    @Test
    void oneAddressIsOneContactWhateverItsCase() {
        add("ada@example.com", "Ada");

        assertRefused("contact_exists", contacts.add(workspace, person("ADA@example.com", "Other")));
    }

    @Test
    void manyPeopleMayHaveNoAddress() {
        add(null, "One");
        add(null, "Two");

        assertThat(get(contacts.count(workspace, ContactFilter.EVERYBODY))).isEqualTo(2);
    }

    @Test
    void aChangeOfAnOldVersionIsRefused() {
        Contact contact = add("ada@example.com", "Ada");
        ContactChange rename = rename("Countess");

        Contact changed = get(contacts.change(workspace, contact.id(), rename, Long.toString(contact.version())));

        assertThat(changed.details().name()).isEqualTo("Countess");
        assertRefused("stale", contacts.change(workspace, contact.id(), rename, Long.toString(contact.version())));
    }

    @Test
    void takingAnothersAddressIsRefused() {
        add("ada@example.com", "Ada");
        Contact bob = add("bob@example.com", "Bob");

        ContactChange change = new ContactChange(
                old -> new ContactDetails(new EmailAddress("ada@EXAMPLE.com"), old.name(), "", "", Map.of()),
                null,
                null);

        assertRefused("contact_exists", contacts.change(workspace, bob.id(), change, null));
    }

    @Test
    void listsAndTagsThatAreNotGivenStay() {
        ListId list = list("Guests");
        Contact contact = get(contacts.add(
                workspace,
                new NewContact(person("ada@example.com", "Ada").details(), List.of(list), List.of("a", "b"))));

        Contact renamed = get(contacts.change(workspace, contact.id(), rename("Countess"), null));
        Contact untagged = get(
                contacts.change(workspace, contact.id(), new ContactChange(old -> old, null, List.of("B", "c")), null));

        assertThat(renamed.tags()).hasSize(2);
        assertThat(untagged.tags()).extracting(Contact.Membership::name).containsExactly("b", "c");
        assertThat(untagged.lists()).hasSize(1);
    }

    @Test
    void aListOfAnotherWorkspaceIsNotKnown() {
        WorkspaceId other = TestWorkspace.fresh(database);
        ListId theirs =
                (ListId) get(groups.add(other, GroupKind.LIST, "Theirs")).id();
        ContactDetails ada = person("ada@example.com", "Ada").details();

        assertRefused("list_not_found", contacts.add(workspace, new NewContact(ada, List.of(theirs), List.of())));
        assertThat(get(contacts.count(workspace, ContactFilter.EVERYBODY))).isZero();
    }

    @Test
    void searchesInNameAddressCompanyAndPhone() {
        add("ada@example.com", "Ada Lovelace");
        add("bob@engines.example", "Bob");
        add(null, "100%_sure");

        assertThat(names(page(search("lOVe")))).containsExactly("Ada Lovelace");
        assertThat(names(page(search("engines")))).containsExactly("Bob");
        assertThat(names(page(search("0%_s")))).containsExactly("100%_sure");
        assertThat(names(page(search("%")))).containsExactly("100%_sure");
        assertThat(get(contacts.count(workspace, search("e")))).isEqualTo(3);
    }

    @Test
    void filtersByListAndTag() {
        Contact ada = get(contacts.add(
                workspace,
                new NewContact(person("ada@example.com", "Ada").details(), List.of(list("L")), List.of("t"))));
        add("bob@example.com", "Bob");
        ListId list = (ListId) ada.lists().getFirst().id();
        TagId tag = (TagId) ada.tags().getFirst().id();

        assertThat(names(page(new ContactFilter("", list, null)))).containsExactly("Ada");
        assertThat(names(page(new ContactFilter("", null, tag)))).containsExactly("Ada");
        assertThat(get(contacts.count(workspace, new ContactFilter("bob", list, tag))))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(ContactSort.class)
    void pagesShowEverybodyOnceInOrder(ContactSort sort) {
        add("c@example.com", "Same");
        add("a@example.com", "same");
        add(null, "Nobody");
        add("b@example.com", "Abe");
        add(null, "Same");

        List<Contact> seen = new ArrayList<>();
        String cursor = null;
        do {
            Slice<Contact> page = get(contacts.page(workspace, ContactFilter.EVERYBODY, sort, cursor, 2));
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).extracting(Contact::id).doesNotHaveDuplicates().hasSize(5);
        assertThat(seen.stream().map(contact -> contact.details().name()))
                .containsExactlyElementsOf(
                        switch (sort) {
                            case NEWEST -> List.of("Same", "Abe", "Nobody", "same", "Same");
                            case NAME -> List.of("Abe", "Nobody", "Same", "same", "Same");
                            case EMAIL -> List.of("same", "Abe", "Same", "Nobody", "Same");
                        });
    }

    @Test
    void saysWhoIsSuppressed() {
        Contact ada = add("Ada@example.com", "Ada");
        add("bob@example.com", "Bob");
        EmailAddress address = new EmailAddress("ada@example.com");
        get(suppressions.add(workspace, new NewSuppression(address, SuppressionReason.COMPLAINT), null));

        assertThat(get(contacts.get(workspace, ada.id())).suppressed()).isEqualTo(SuppressionReason.COMPLAINT);
        assertThat(page(ContactFilter.EVERYBODY).items())
                .extracting(Contact::suppressed)
                .containsExactly(null, SuppressionReason.COMPLAINT);
    }

    @Test
    void changesManyAtOnceAndCountsWhatReallyChanged() {
        ListId list = list("Guests");
        List<ContactId> ids = List.of(
                add("a@example.com", "A").id(), add("b@example.com", "B").id(), new ContactId(Long.MAX_VALUE));

        assertThat(apply(ids, new BulkAction.Join(list))).isEqualTo(2);
        assertThat(apply(ids, new BulkAction.Join(list))).isZero();
        assertThat(get(groups.all(workspace, GroupKind.LIST)))
                .extracting(Group::contacts)
                .containsExactly(2L);
        assertThat(apply(ids.subList(0, 1), new BulkAction.Leave(list))).isEqualTo(1);
        assertThat(apply(ids, new BulkAction.Remove())).isEqualTo(2);
        assertThat(get(contacts.count(workspace, ContactFilter.EVERYBODY))).isZero();
    }

    @Test
    void namesOfListsAreUnique() {
        ListId guests = list("Guests");
        list("Others");

        assertRefused("list_exists", groups.add(workspace, GroupKind.LIST, "GUESTS"));
        assertRefused("list_exists", groups.rename(workspace, guests, "others"));
        assertThat(get(groups.rename(workspace, guests, "guests")).name()).isEqualTo("guests");
    }

    @Test
    void aTagIsRenamedUnlessAnotherHasTheName() {
        Group vip = get(groups.add(workspace, GroupKind.TAG, "vip"));
        get(groups.add(workspace, GroupKind.TAG, "new"));

        assertRefused("tag_exists", groups.rename(workspace, vip.id(), "NEW"));
        assertThat(get(groups.rename(workspace, vip.id(), "regular")).name()).isEqualTo("regular");
    }

    @Test
    void removingAListKeepsItsPeople() {
        ListId list = list("Guests");
        Contact ada = get(contacts.add(
                workspace, new NewContact(person("ada@example.com", "Ada").details(), List.of(list), List.of())));

        groups.remove(workspace, list).block(Duration.ofSeconds(10));

        assertThat(get(contacts.get(workspace, ada.id())).lists()).isEmpty();
        assertRefused("list_not_found", groups.remove(workspace, list));
    }

    @Test
    void fieldsAreCountedWhereTheyHaveAValue() {
        get(contacts.add(
                workspace,
                new NewContact(
                        new ContactDetails(null, "Ada", "", "", Map.of("city", "Bandung", "shoe size", "")),
                        List.of(),
                        List.of())));

        assertThat(get(contacts.fields(workspace)))
                .contains(new Field("name", Field.Kind.CONTACT, 1), new Field("email", Field.Kind.CONTACT, 0))
                .contains(new Field("data.city", Field.Kind.DATA, 1))
                .extracting(Field::name)
                .doesNotContain("data.shoe size");
    }

    @Test
    void samplesGoTogetherAndLeaveTheOthers() {
        add("ok@sandbox.test", "Mine");
        ContactDetails one = person("ok@sandbox.test", "Sample").details();
        ContactDetails two = person("slow@sandbox.test", "Slow").details();

        ListId list = get(samples.add(workspace, "Sandbox", List.of(one, two)));
        assertThat(names(page(new ContactFilter("", list, null)))).containsExactlyInAnyOrder("Mine", "Slow");

        assertThat(get(samples.remove(workspace))).isEqualTo(1);
        assertThat(names(page(ContactFilter.EVERYBODY))).containsExactly("Mine");
        assertThat(get(groups.all(workspace, GroupKind.LIST))).isEmpty();
    }

    private Contact add(@Nullable String email, String name) {
        return get(contacts.add(workspace, person(email, name)));
    }

    private ListId list(String name) {
        return (ListId) get(groups.add(workspace, GroupKind.LIST, name)).id();
    }

    private long apply(List<ContactId> ids, BulkAction action) {
        return get(bulk.apply(workspace, ids, action, "Ada"));
    }

    private Slice<Contact> page(ContactFilter filter) {
        return get(contacts.page(workspace, filter, ContactSort.NEWEST, null, 50));
    }

    private static NewContact person(@Nullable String email, String name) {
        EmailAddress address = email == null ? null : new EmailAddress(email);
        return new NewContact(new ContactDetails(address, name, "", "", Map.of()), List.of(), List.of());
    }

    private static ContactChange rename(String name) {
        return new ContactChange(
                old -> new ContactDetails(old.email(), name, old.phone(), old.company(), old.data()), null, null);
    }

    private static ContactFilter search(String text) {
        return new ContactFilter(text, null, null);
    }

    private static List<String> names(Slice<Contact> page) {
        return page.items().stream().map(contact -> contact.details().name()).toList();
    }

    private static void assertRefused(String code, Mono<?> refused) {
        assertThatThrownBy(() -> refused.block(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(10)));
    }
}
