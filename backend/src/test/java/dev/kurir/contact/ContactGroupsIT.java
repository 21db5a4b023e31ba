package dev.kurir.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.TestWorkspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Lists and tags, and what is done to many people at once. */
@KurirTest(program = "records")
class ContactGroupsIT extends PeopleOfAWorkspace {
    private final BulkChanges bulk;
    private final SampleContacts samples;
    private final DatabaseClient database;

    ContactGroupsIT(
            Contacts contacts, Groups groups, BulkChanges bulk, SampleContacts samples, DatabaseClient database) {
        super(contacts, groups, database);
        this.bulk = bulk;
        this.samples = samples;
        this.database = database;
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

    private long apply(List<ContactId> ids, BulkAction action) {
        return get(bulk.apply(workspace, ids, action, "Ada"));
    }
}
