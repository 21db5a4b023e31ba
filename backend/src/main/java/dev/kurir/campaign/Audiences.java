package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The people behind a campaign's lists and tags. */
public interface Audiences {
    /** By its lists and tags as they are now. */
    Mono<Audience> now(CampaignId campaign);

    /** The first few of those that messages were made for. */
    Mono<List<Audience.Person>> frozenSample(CampaignId campaign);

    /** Counts those that were left out at generation one by one; no counter is asked. */
    Mono<Skipped> countSkipped(CampaignId campaign);

    /** Those that were left out at generation, by their keys, a page at a time. */
    Mono<List<SkippedPerson>> skipped(CampaignId campaign, long after, int limit);

    /** Of these variables, how many recipients have no value; those that everybody has are left out. */
    Mono<Map<String, Long>> missing(CampaignId campaign, Collection<String> variables);

    /** Which of these custom values, without {@code data.}, nobody in the workspace has. */
    Mono<List<String>> unknownColumns(WorkspaceId workspace, Collection<String> columns);

    /** What a contact gives to a template; empty where the workspace has no such contact. */
    Mono<Map<String, String>> variables(WorkspaceId workspace, ContactId contact);
}
