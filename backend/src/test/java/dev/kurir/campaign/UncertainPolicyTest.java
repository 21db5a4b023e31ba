package dev.kurir.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.campaign.UncertainPolicy.Action;
import dev.kurir.kernel.DomainException;
import dev.kurir.outbox.Settlement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UncertainPolicyTest {
    @Test
    void whoAsksDecidesNothing() {
        assertThat(UncertainPolicy.ASK.settlement()).isNull();
    }

    @Test
    void sendingAgainNeedsAnHourAtLeast() {
        assertThat(new UncertainPolicy(Action.SEND_AGAIN, Duration.ofHours(1)).settlement())
                .isEqualTo(Settlement.SENT_AGAIN_BY_POLICY);
        assertThatThrownBy(() -> new UncertainPolicy(Action.SEND_AGAIN, Duration.ofMinutes(59)))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void aDecisionNeedsItsTimeAndAskingHasNone() {
        assertThatThrownBy(() -> new UncertainPolicy(Action.ASSUME, null)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> new UncertainPolicy(Action.ASK, Duration.ofHours(2)))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> new UncertainPolicy(Action.ASSUME, Duration.ofDays(31)))
                .isInstanceOf(DomainException.class);
    }
}
