package dev.kurir.campaign;

import static dev.kurir.campaign.CampaignState.CANCELLED;
import static dev.kurir.campaign.CampaignState.DRAFT;
import static dev.kurir.campaign.CampaignState.GENERATED;
import static dev.kurir.campaign.CampaignState.GENERATING;
import static dev.kurir.campaign.CampaignState.PAUSED;
import static dev.kurir.campaign.CampaignState.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.kernel.DomainException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class LifecycleTest {
    static final List<UnaryOperator<Lifecycle>> COMMANDS =
            List.of(Lifecycle::generate, Lifecycle::process, Lifecycle::pause, Lifecycle::resume, Lifecycle::cancel);

    @Test
    void goesFromDraftToProcessingByWayOfGenerated() {
        Lifecycle generated = Lifecycle.NEW.generate().generated();

        assertThat(generated).isEqualTo(in(GENERATED));
        assertThat(generated.process()).isEqualTo(in(PROCESSING));
    }

    @Test
    void processOnADraftGeneratesAndThenReleases() {
        assertThat(Lifecycle.NEW.process()).isEqualTo(new Lifecycle(GENERATING, true));
        assertThat(Lifecycle.NEW.process().generated()).isEqualTo(in(PROCESSING));
    }

    @Test
    void processDuringGenerationReleasesWhenAllMessagesAreThere() {
        assertThat(in(GENERATING).process().generated()).isEqualTo(in(PROCESSING));
    }

    @Test
    void aPauseDuringGenerationTakesTheReleaseBack() {
        assertThat(Lifecycle.NEW.process().pause().generated()).isEqualTo(in(GENERATED));
    }

    @Test
    void pausesAndResumes() {
        assertThat(in(PROCESSING).pause()).isEqualTo(in(PAUSED));
        assertThat(in(PAUSED).resume()).isEqualTo(in(PROCESSING));
    }

    @Test
    void aRepeatedProcessDoesNotUndoAPause() {
        assertThatThrownBy(() -> in(PAUSED).process()).hasFieldOrPropertyWithValue("code", "campaign_paused");
    }

    @Test
    void aDraftHasNothingToCancel() {
        assertThatThrownBy(Lifecycle.NEW::cancel).hasFieldOrPropertyWithValue("code", "campaign_is_draft");
    }

    @Test
    void cancelledIsForGood() {
        assertThat(in(CANCELLED).cancel()).isEqualTo(in(CANCELLED));
        assertThat(in(CANCELLED).generated()).isEqualTo(in(CANCELLED));
        List.<UnaryOperator<Lifecycle>>of(Lifecycle::generate, Lifecycle::process, Lifecycle::pause, Lifecycle::resume)
                .forEach(command -> assertThatThrownBy(() -> command.apply(in(CANCELLED)))
                        .hasFieldOrPropertyWithValue("code", "campaign_cancelled"));
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void askingTwiceIsAskingOnce(UnaryOperator<Lifecycle> command) {
        for (CampaignState state : List.of(DRAFT, GENERATING, GENERATED, PROCESSING, PAUSED, CANCELLED)) {
            for (boolean release : List.of(true, false)) {
                Lifecycle before = new Lifecycle(state, release && state == GENERATING);
                Lifecycle once = orRefused(command, before);
                assertThat(orRefused(command, once)).isEqualTo(once);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CampaignState.class)
    void onlyADraftCanBeEdited(CampaignState state) {
        assertThat(in(state).isEditable()).isEqualTo(state == DRAFT);
    }

    @ParameterizedTest
    @EnumSource(
            value = CampaignState.class,
            names = {"GENERATING", "PROCESSING", "PAUSED"})
    void whatMaySendCannotBeRemoved(CampaignState state) {
        assertThat(in(state).isRemovable()).isFalse();
    }

    private static Lifecycle orRefused(UnaryOperator<Lifecycle> command, Lifecycle before) {
        try {
            return command.apply(before);
        } catch (DomainException refused) {
            return before;
        }
    }

    private static Lifecycle in(CampaignState state) {
        return new Lifecycle(state, false);
    }
}
