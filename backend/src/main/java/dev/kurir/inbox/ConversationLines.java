package dev.kurir.inbox;

import dev.kurir.inbox.ConversationChange.Archive;
import dev.kurir.inbox.ConversationChange.Assign;
import dev.kurir.inbox.ConversationChange.Categorise;
import dev.kurir.inbox.ConversationChange.Done;
import dev.kurir.inbox.ConversationChange.GiveToTeam;
import dev.kurir.inbox.ConversationChange.MarkRead;
import dev.kurir.inbox.ConversationChange.Pin;
import dev.kurir.inbox.ConversationChange.Reopen;
import dev.kurir.inbox.ConversationChange.Snooze;
import dev.kurir.inbox.ConversationChange.Tag;
import dev.kurir.inbox.StoredConversations.NewEntry;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Teams;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The line that a change leaves in its conversation, and the check that it can be made. */
@Component
class ConversationLines {
    private final ChangedConversations changed;
    private final ConversationTags tags;
    private final Teams teams;
    private final Clock clock;

    ConversationLines(ChangedConversations changed, ConversationTags tags, Teams teams, Clock clock) {
        this.changed = changed;
        this.teams = teams;
        this.tags = tags;
        this.clock = clock;
    }

    /** @param code what happened, for translation */
    record Line(String code, Map<String, String> params) {
        NewEntry entry(ConversationId conversation, Instant at, Caller caller) {
            Map<String, Object> data = Map.of("code", code, "params", params);
            return new NewEntry(
                    conversation,
                    at,
                    EntryKind.LINE,
                    null,
                    caller.userId(),
                    caller.name(),
                    "",
                    data,
                    "",
                    "",
                    false,
                    false);
        }
    }

    /** Refuses {@code user_not_found}, {@code too_many_tags}, and a time that is over. */
    Mono<Optional<Line>> of(Caller caller, ConversationId id, ConversationChange change) {
        return switch (change) {
            case Assign(UserId to)
            when to != null ->
                changed.userName(caller.workspaceId(), to)
                        .switchIfEmpty(Mono.error(() -> DomainException.notFound("user")))
                        .map(name -> Optional.of(new Line("assigned", Map.of("to", name))));
            case Assign _ -> line("unassigned");
            case GiveToTeam(TeamId to)
            when to != null ->
                teams.find(caller.workspaceId(), to)
                        .switchIfEmpty(Mono.error(() -> DomainException.invalid(
                                "/teamId", "team_not_found", "There is no such team any more.")))
                        .map(team -> Optional.of(new Line("given_to_team", Map.of("team", team.name()))));
            case GiveToTeam _ -> line("given_to_everybody");
            case Snooze(Instant until) -> {
                if (!until.isAfter(clock.instant())) {
                    throw DomainException.invalid("/snoozedUntil", "in_the_past", "This time is over already.");
                }
                yield Mono.just(Optional.of(new Line("snoozed", Map.of("until", until.toString()))));
            }
            case Done _ -> line("done");
            case Reopen _ -> line("reopened");
            case Archive(boolean archived) -> line(archived ? "archived" : "unarchived");
            case Tag tag -> tags.line(caller.workspaceId(), id, tag);
            case Categorise _, Pin _, MarkRead _ -> Mono.just(Optional.empty());
        };
    }

    private static Mono<Optional<Line>> line(String code) {
        return Mono.just(Optional.of(new Line(code, Map.of())));
    }
}
