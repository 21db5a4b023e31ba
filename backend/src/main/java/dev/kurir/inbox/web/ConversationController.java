package dev.kurir.inbox.web;

import dev.kurir.inbox.Category;
import dev.kurir.inbox.ConversationFilter;
import dev.kurir.inbox.ConversationFilter.Tab;
import dev.kurir.inbox.ConversationView;
import dev.kurir.inbox.Conversations;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.TeamId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {
    private final Conversations conversations;

    ConversationController(Conversations conversations) {
        this.conversations = conversations;
    }

    @GetMapping
    @Operation(operationId = "listConversations", tags = "inbox")
    Mono<ConversationPage> listConversations(
            Caller caller,
            @RequestParam(defaultValue = "all") Tab tab,
            @RequestParam(required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable CampaignId campaign,
            @RequestParam(required = false) @Nullable ContactId contact,
            @RequestParam(required = false) @Nullable @Size(max = 320) String person,
            @RequestParam(required = false) @Nullable Category category,
            @RequestParam(required = false) @Nullable @Size(max = 40) String tag,
            @RequestParam(required = false) @Nullable TeamId team,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "false") boolean attachment,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        ConversationFilter filter = new ConversationFilter(
                tab,
                caller.userId(),
                account,
                campaign,
                contact,
                person,
                category,
                tag,
                team,
                unread,
                attachment,
                from,
                to,
                Objects.requireNonNullElse(q, ""));
        return conversations.page(caller, filter, cursor, limit).map(ConversationPage::of);
    }

    @GetMapping("/counts")
    @Operation(operationId = "countConversations", tags = "inbox")
    Mono<CountsResponse> countConversations(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 40) String tag,
            @RequestParam(required = false) @Nullable TeamId team) {
        ConversationFilter filter = new ConversationFilter(
                Tab.ALL, caller.userId(), null, null, null, null, null, tag, team, false, false, null, null, "");
        return conversations.counts(caller, filter).map(CountsResponse::of);
    }

    @GetMapping("/tags")
    @Operation(operationId = "listConversationTags", tags = "inbox")
    Mono<List<TagCountResponse>> listConversationTags(Caller caller) {
        return conversations
                .tags(caller)
                .map(all -> all.stream()
                        .map(tag -> new TagCountResponse(tag.name(), tag.conversations()))
                        .toList());
    }

    @PostMapping("/bulk")
    @Operation(operationId = "changeConversations", tags = "inbox")
    Mono<ChangedResponse> changeConversations(Caller caller, @Valid @RequestBody ConversationsChange body) {
        return conversations.changeAll(caller, body.ids(), body.toChange()).map(ChangedResponse::new);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getConversation", tags = "inbox")
    Mono<ConversationResponse> getConversation(Caller caller, @PathVariable ConversationId id) {
        return conversations.get(caller, id).map(ConversationResponse::of);
    }

    @PatchMapping("/{id}")
    @Operation(operationId = "updateConversation", tags = "inbox")
    Mono<ConversationResponse> updateConversation(
            Caller caller,
            @PathVariable ConversationId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ConversationUpdate body) {
        return conversations
                .change(caller, id, body.toChanges(), ifMatch, body.seen())
                .map(ConversationResponse::of);
    }

    /** A tag, and how many conversations have it. */
    record TagCountResponse(String name, long conversations) {}

    /** How many were really changed. */
    record ChangedResponse(long changed) {}

    /** A page of conversations. */
    record ConversationPage(
            List<ConversationResponse> items, @Nullable String next) {
        static ConversationPage of(Slice<ConversationView> slice) {
            return new ConversationPage(
                    slice.items().stream().map(ConversationResponse::of).toList(), slice.next());
        }
    }
}
