package dev.kurir.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.Slice;
import dev.kurir.suppression.NewSuppression;
import dev.kurir.suppression.SuppressionReason;
import dev.kurir.suppression.Suppressions;
import dev.kurir.testing.KurirTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** People: how they are added, changed, found and counted. */
@KurirTest(program = "records")
class ContactsIT extends PeopleOfAWorkspace {
    private final Suppressions suppressions;

    ContactsIT(Contacts contacts, Groups groups, Suppressions suppressions, DatabaseClient database) {
        super(contacts, groups, database);
        this.suppressions = suppressions;
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

    private static ContactChange rename(String name) {
        return new ContactChange(
                old -> new ContactDetails(old.email(), name, old.phone(), old.company(), old.data()), null, null);
    }

    private static ContactFilter search(String text) {
        return new ContactFilter(text, null, null);
    }
}
