package dev.kurir.platform.feed;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.ImportId;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.SuppressionId;
import dev.kurir.kernel.TagId;
import dev.kurir.kernel.TeamId;
import dev.kurir.platform.ids.PublicIds;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells clients that a thing should be read again. */
@Component
class ChangedView implements StreamView {
    /** As the contract's StreamChange. */
    record Change(String kind, @Nullable String id) {}

    private record Kind(String topic, LongFunction<? extends Id> id) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "account", new Kind("accounts", AccountId::new),
            "campaign", new Kind("campaigns", CampaignId::new),
            "contact", new Kind("contacts", ContactId::new),
            "list", new Kind("contacts", ListId::new),
            "tag", new Kind("contacts", TagId::new),
            "suppression", new Kind("contacts", SuppressionId::new),
            "import", new Kind("contacts", ImportId::new),
            "team", new Kind("inbox", TeamId::new));

    private final PublicIds ids;

    ChangedView(PublicIds ids) {
        this.ids = ids;
    }

    @Override
    public boolean accepts(String type) {
        return type.equals("changed");
    }

    @Override
    public Mono<List<StreamFrame>> frames(List<FeedRecord> records) {
        return Mono.fromSupplier(() -> records.stream()
                .filter(record -> KINDS.containsKey(record.text("kind").orElse("")))
                .map(this::frame)
                .distinct()
                .toList());
    }

    private StreamFrame frame(FeedRecord record) {
        String name = record.text("kind").orElseThrow();
        Kind kind = KINDS.getOrDefault(name, new Kind("", AccountId::new));
        String id = id(kind, record.payload().get("id"));
        return new StreamFrame("changed", kind.topic(), name + " " + id, new Change(name, id));
    }

    /** An id record was written as its public id, a bare key as a number. */
    private @Nullable String id(Kind kind, @Nullable Object written) {
        return switch (written) {
            case String text -> text;
            case Number key -> ids.encode(kind.id().apply(key.longValue())).toString();
            case null, default -> null;
        };
    }
}
