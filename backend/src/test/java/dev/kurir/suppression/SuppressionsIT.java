package dev.kurir.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

@KurirTest(program = "records")
class SuppressionsIT {
    private static final EmailAddress ADA = new EmailAddress("Ada@Example.com");
    private static final EmailAddress BOB = new EmailAddress("bob@example.com");

    private final Suppressions suppressions;
    private final DatabaseClient database;
    private final WorkspaceId workspace;

    SuppressionsIT(Suppressions suppressions, DatabaseClient database) {
        this.suppressions = suppressions;
        this.database = database;
        this.workspace = TestWorkspace.fresh(database);
    }

    @Test
    void findsAnAddressWhateverItsCase() {
        add(ADA, SuppressionReason.MANUAL);

        EmailAddress shouted = new EmailAddress("ADA@EXAMPLE.COM");
        assertThat(get(suppressions.reasonsFor(workspace, List.of(shouted, BOB))))
                .containsOnlyKeys(shouted)
                .containsValue(SuppressionReason.MANUAL);
    }

    @Test
    void aStrongerReasonTakesThePlaceOfAWeakerOne() {
        Suppression first = add(ADA, SuppressionReason.MANUAL);
        Suppression second = add(ADA, SuppressionReason.UNSUBSCRIBED);
        Suppression third = add(ADA, SuppressionReason.HARD_BOUNCE);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.since()).isEqualTo(first.since());
        assertThat(third.reason()).isEqualTo(SuppressionReason.UNSUBSCRIBED);
    }

    @Test
    void showsTheNewestFirstPageByPage() {
        for (int i = 0; i < 5; i++) {
            add(new EmailAddress("a" + i + "@example.com"), SuppressionReason.MANUAL);
        }

        Slice<Suppression> first = get(suppressions.page(workspace, "", null, 3));
        Slice<Suppression> second = get(suppressions.page(workspace, "", first.next(), 3));

        assertThat(locals(first)).containsExactly("a4", "a3", "a2");
        assertThat(locals(second)).containsExactly("a1", "a0");
        assertThat(second.next()).isNull();
        assertThat(get(suppressions.count(workspace, ""))).isEqualTo(5);
    }

    @Test
    void searchesForAPartOfTheAddressAndTakesWildcardsLiterally() {
        add(new EmailAddress("under_score@example.com"), SuppressionReason.MANUAL);
        add(new EmailAddress("underXscore@example.com"), SuppressionReason.MANUAL);

        assertThat(get(suppressions.count(workspace, "DER_"))).isEqualTo(1);
        assertThat(get(suppressions.count(workspace, "%"))).isZero();
        assertThat(get(suppressions.count(workspace, "\\"))).isZero();
        assertThat(get(suppressions.count(workspace, "\0"))).isEqualTo(2);
    }

    @Test
    void anotherWorkspaceSeesAndRemovesNothing() {
        Suppression mine = add(ADA, SuppressionReason.MANUAL);
        WorkspaceId other = TestWorkspace.fresh(database);

        assertThat(get(suppressions.count(other, ""))).isZero();
        assertThat(get(suppressions.reasonsFor(other, List.of(ADA)))).isEmpty();
        assertThatThrownBy(() -> run(suppressions.remove(other, mine.id(), "Eve")))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("suppression_not_found"));
    }

    @Test
    void aRemovedAddressMayBeMailedAgain() {
        Suppression stored = add(ADA, SuppressionReason.MANUAL);

        run(suppressions.remove(workspace, stored.id(), "Ada"));

        assertThat(get(suppressions.reasonsFor(workspace, List.of(ADA)))).isEmpty();
    }

    @Test
    void aForgedCursorIsRefused() {
        assertThatThrownBy(() -> get(suppressions.page(workspace, "", "nonsense", 3)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("cursor_invalid"));
    }

    private Suppression add(EmailAddress email, SuppressionReason reason) {
        return get(suppressions.add(workspace, new NewSuppression(email, reason), "Ada"));
    }

    private static List<String> locals(Slice<Suppression> page) {
        return page.items().stream().map(item -> item.email().local()).toList();
    }

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(10)));
    }

    private static void run(Mono<Void> mono) {
        mono.block(Duration.ofSeconds(10));
    }
}
