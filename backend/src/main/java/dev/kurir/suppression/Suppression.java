package dev.kurir.suppression;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.SuppressionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An address that must not be mailed. */
public record Suppression(
        SuppressionId id,
        EmailAddress email,
        SuppressionReason reason,
        @Nullable String note,
        Instant since) {}
