package dev.kurir.campaign.web;

import dev.kurir.campaign.CampaignLedger;
import dev.kurir.kernel.CampaignId;
import dev.kurir.platform.csv.CsvLines;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class LedgerController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final CampaignLedger ledger;

    LedgerController(CampaignLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping(path = "/api/v1/campaigns/{id}/ledger", produces = "text/csv")
    @Operation(operationId = "exportLedger", tags = "campaign")
    Mono<ResponseEntity<Flux<String>>> exportLedger(
            Caller caller, @PathVariable CampaignId id, @RequestParam(defaultValue = "false") boolean bom) {
        return ledger.open(caller.workspaceId(), id, caller.name())
                .map(campaign -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(campaign.name()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(lines(id, bom)));
    }

    private Flux<String> lines(CampaignId id, boolean bom) {
        String head = (bom ? CsvLines.BOM : "") + LedgerCsv.HEADER;
        return Flux.concat(Flux.just(head), ledger.pages(id).map(LedgerCsv::lines));
    }

    private static String attachment(String campaign) {
        return ContentDisposition.attachment()
                .filename(campaign + ".csv", StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
