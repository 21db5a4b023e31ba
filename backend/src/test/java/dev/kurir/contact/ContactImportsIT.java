package dev.kurir.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.kurir.contact.ContactImport.State;
import dev.kurir.kernel.ImportId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

@KurirTest(program = "records")
class ContactImportsIT {
    private final ContactImports imports;
    private final ImportRunner runner;
    private final Contacts contacts;
    private final Groups groups;
    private final DatabaseClient database;
    private final WorkspaceId workspace;

    @TempDir
    private Path folder;

    ContactImportsIT(
            ContactImports imports, ImportRunner runner, Contacts contacts, Groups groups, DatabaseClient database) {
        this.imports = imports;
        this.runner = runner;
        this.contacts = contacts;
        this.groups = groups;
        this.database = database;
        this.workspace = TestWorkspace.fresh(database);
    }

    @Test
    void bringsPeopleWithTheirListsAndTags() throws IOException {
        ContactImport done = ended("""
                email,name,tags,lists,kota
                ada@example.com,Ada,"vip,new",Guests,Bandung
                bob@example.com,Bob,VIP,,
                nobody,Nobody,,,
                ADA@example.com,,,guests,Jakarta
                """, "Everybody", true);

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(List.of(done.lines(), done.created(), done.updated(), done.skipped(), done.refused()))
                .containsExactly(4L, 2L, 1L, 0L, 1L);
        assertThat(done.progress()).isEqualTo(100);
        Contact ada = named("Ada");
        assertThat(ada.details().data()).containsEntry("kota", "Jakarta");
        assertThat(ada.tags()).extracting(Contact.Membership::name).containsExactly("new", "vip");
        assertThat(ada.lists()).extracting(Contact.Membership::name).containsExactly("Everybody", "Guests");
        assertThat(named("Bob").tags()).extracting(Contact.Membership::name).containsExactly("vip");
        assertThat(get(groups.all(workspace, GroupKind.TAG))).hasSize(2);
    }

    @Test
    void saysWhichLinesWereRefusedAndWhy() throws IOException {
        ContactImport done = ended("email,name\nnobody,N\nada@example.com,Ada\n,Eve\n", null, true);

        assertThat(get(imports.refusals(workspace, done.id())))
                .extracting(ImportRefusal::line, ImportRefusal::code, ImportRefusal::content)
                .containsExactly(tuple(2L, "email_invalid", "nobody,N"), tuple(4L, "email_missing", ",Eve"));
    }

    @Test
    void keepsTheFirstThousandRefusalsAndCountsAll() throws IOException {
        ContactImport done = ended("email\n" + "nobody\n".repeat(2500), null, true);

        assertThat(done.refused()).isEqualTo(2500);
        assertThat(get(imports.refusals(workspace, done.id()))).hasSize(1000);
    }

    @Test
    void importingAgainUpdatesWhatIsGivenAndKeepsTheRest() throws IOException {
        ended("email,name,phone,kota\nada@example.com,Ada,1,Bandung\n", null, true);

        ContactImport again = ended("email,name,phone,shoe\nAda@Example.com,Countess,,38\n", null, true);

        assertThat(again.updated()).isEqualTo(1);
        ContactDetails ada = named("Countess").details();
        assertThat(ada.phone()).isEqualTo("1");
        assertThat(ada.data()).containsEntry("kota", "Bandung").containsEntry("shoe", "38");
    }

    @Test
    void skippedPeopleKeepTheirValuesButJoinTheList() throws IOException {
        ended("email,name\nada@example.com,Ada\n", null, true);

        ContactImport again = ended("email,name\nada@example.com,Other\nbob@example.com,Bob\n", "Everybody", false);

        assertThat(List.of(again.created(), again.updated(), again.skipped())).containsExactly(1L, 0L, 1L);
        assertThat(named("Ada").lists()).extracting(Contact.Membership::name).containsExactly("Everybody");
    }

    @Test
    void aFileThatIsNoCsvFailsWithASentence() throws IOException {
        ContactImport failed = ended("name\nAda\n", null, true);

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.problem()).contains("No column holds addresses");
    }

    @Test
    void aBrokenFileKeepsWhatStoodBeforeTheBreak() throws IOException {
        String good = IntStream.range(0, 1500)
                .mapToObj(i -> "p" + i + "@example.com,P\n")
                .collect(Collectors.joining());

        ContactImport failed = ended("email,name\n" + good + "z@example.com,\"open\n", null, true);

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.problem()).contains("quote");
        assertThat(failed.created()).isEqualTo(get(contacts.count(workspace, ContactFilter.EVERYBODY)));
        assertThat(failed.created()).isEqualTo(1500);
    }

    @Test
    void theFileIsGoneAtTheEnd() throws IOException {
        Path file = file("email\nada@example.com\n");

        ended(file, null, true);

        await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(file));
    }

    @Test
    void goesOnAfterItWasStoppedAndStarted() throws IOException {
        SmartLifecycle worker = (SmartLifecycle) runner;
        worker.stop();
        worker.start();

        assertThat(ended("email\nada@example.com\n", null, true).created()).isOne();
    }

    @Test
    void theEndStandsInTheFeed() throws IOException {
        ended("email\nada@example.com\n", null, true);

        List<String> types = database.sql("select type from event where workspace_id = :workspace order by tx, seq")
                .bind("workspace", workspace.value())
                .map(row -> Objects.requireNonNull(row.get("type", String.class)))
                .all()
                .collectList()
                .block(Duration.ofSeconds(10));
        assertThat(types).contains("import_started", "import", "import_done", "changed");
    }

    @Test
    void anImportOfADeadProcessIsEnded() {
        ImportId dead = new ImportId(get(database.sql("""
                        insert into contact_import (workspace_id, file_name, state, bytes_total, created_at, alive_at)
                        values (:workspace, 'dead.csv', 'running', 10, now(), now() - interval '1 hour') returning id
                        """)
                .bind("workspace", workspace.value())
                .map(row -> Objects.requireNonNull(row.get("id", Long.class)))
                .one()));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            ContactImport ended = get(imports.get(workspace, dead));
            assertThat(ended.state()).isEqualTo(State.FAILED);
            assertThat(ended.problem()).contains("was stopped");
        });
    }

    private Contact named(String name) {
        return get(contacts.page(workspace, new ContactFilter(name, null, null), ContactSort.NEWEST, null, 10))
                .items()
                .getFirst();
    }

    private ContactImport ended(String text, @Nullable String list, boolean updates) throws IOException {
        return ended(file(text), list, updates);
    }

    private ContactImport ended(Path file, @Nullable String list, boolean updates) throws IOException {
        NewImport wanted = new NewImport(file, "people.csv", Files.size(file), list, updates);
        ImportId id = get(imports.start(workspace, wanted, "Ada")).id();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(imports.get(workspace, id)).state() != State.RUNNING);
        return get(imports.get(workspace, id));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "people", ".csv"), text);
    }

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(10)));
    }
}
