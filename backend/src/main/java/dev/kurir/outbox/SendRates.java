package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.Id;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How many messages were accepted in the last 60 s, by account and by campaign, as this program saw it. */
@Component
public class SendRates {
    private static final int WINDOW = 60;

    private final Map<Id, Window> windows = new ConcurrentHashMap<>();
    /** A clock that is set would empty the minute, or keep it for ever. */
    private final long start = System.nanoTime();

    public void accepted(AccountId account, CampaignId campaign) {
        long second = second();
        windows.computeIfAbsent(account, _ -> new Window()).add(second);
        if (!campaign.isNone()) {
            windows.computeIfAbsent(campaign, _ -> new Window()).add(second);
        }
    }

    public long lastMinute(Id accountOrCampaign) {
        Window window = windows.get(accountOrCampaign);
        return window == null ? 0 : window.sum(second());
    }

    /** From 60, so that an empty slot is never of the last minute. */
    private long second() {
        return WINDOW + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private static final class Window {
        private final long[] seconds = new long[WINDOW];
        private final int[] counts = new int[WINDOW];

        synchronized void add(long second) {
            int slot = (int) (second % WINDOW);
            if (seconds[slot] != second) {
                seconds[slot] = second;
                counts[slot] = 0;
            }
            counts[slot]++;
        }

        synchronized long sum(long now) {
            long sum = 0;
            for (int slot = 0; slot < WINDOW; slot++) {
                if (seconds[slot] > now - WINDOW) {
                    sum += counts[slot];
                }
            }
            return sum;
        }
    }
}
