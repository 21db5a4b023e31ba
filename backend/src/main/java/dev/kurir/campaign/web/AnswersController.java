package dev.kurir.campaign.web;

import dev.kurir.campaign.Campaigns;
import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.MessageMarks;
import dev.kurir.outbox.MessageMarks.Mark;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AnswersController {
    private final Campaigns campaigns;
    private final MessageMarks marks;

    AnswersController(Campaigns campaigns, MessageMarks marks) {
        this.campaigns = campaigns;
        this.marks = marks;
    }

    @GetMapping("/api/v1/campaigns/{id}/answers")
    @Operation(operationId = "countAnswers", tags = "campaign")
    Mono<AnswersResponse> countAnswers(Caller caller, @PathVariable CampaignId id) {
        return campaigns
                .get(caller.workspaceId(), id)
                .flatMap(_ -> marks.counts(caller.workspaceId(), id))
                .map(AnswersResponse::of);
    }

    /** Messages of each mark. */
    record AnswersResponse(long replied, long autoReplied, long bounced, long complained, long unsubscribed) {
        private static AnswersResponse of(Map<Mark, Long> counts) {
            return new AnswersResponse(
                    counts.getOrDefault(Mark.REPLIED, 0L),
                    counts.getOrDefault(Mark.AUTO_REPLIED, 0L),
                    counts.getOrDefault(Mark.BOUNCED, 0L),
                    counts.getOrDefault(Mark.COMPLAINED, 0L),
                    counts.getOrDefault(Mark.UNSUBSCRIBED, 0L));
        }
    }
}
