package dev.kurir.campaign.web;

import dev.kurir.campaign.CampaignContent;
import dev.kurir.campaign.Preview;
import dev.kurir.campaign.Previews;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ContactId;
import dev.kurir.outbox.MessageAssembly.Header;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PreviewController {
    private final Previews previews;

    PreviewController(Previews previews) {
        this.previews = previews;
    }

    @PostMapping("/api/v1/render")
    @Operation(operationId = "render", tags = "campaign")
    Mono<PreviewResponse> render(Caller caller, @Valid @RequestBody RenderRequest body) {
        return previews.render(caller.workspaceId(), body.content(), body.accountId(), body.contactId())
                .map(PreviewResponse::of);
    }

    /** {@code RenderRequest} of the contract. */
    record RenderRequest(
            @NotNull @Size(max = 500) String subject,
            @NotNull @Size(max = 1_000_000) String html,
            @NotNull @Size(max = 500_000) String text,
            @Nullable AccountId accountId,
            @Nullable ContactId contactId) {
        CampaignContent content() {
            return new CampaignContent(subject, "", html, text);
        }
    }

    /** {@code Rendered} of the contract. */
    record PreviewResponse(
            String subject,
            String html,
            String text,
            String from,
            String to,
            List<Header> headers,
            long size,
            List<String> unknownVariables) {
        static PreviewResponse of(Preview preview) {
            return new PreviewResponse(
                    preview.mail().subject(),
                    preview.mail().html(),
                    preview.mail().text(),
                    preview.from(),
                    preview.to(),
                    preview.mail().headers(),
                    preview.mail().size(),
                    preview.unknownVariables());
        }
    }
}
