package dev.kurir.campaign;

/** How many people were left out, by reason. */
public record Skipped(long suppressed, long unsubscribed, long duplicate, long noAddress) {
    public static final Skipped NONE = new Skipped(0, 0, 0, 0);

    public long sum() {
        return suppressed + unsubscribed + duplicate + noAddress;
    }
}
