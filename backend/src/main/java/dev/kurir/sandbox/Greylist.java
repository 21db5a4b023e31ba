package dev.kurir.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Turns a recipient away a few times, then lets the mail in and forgets. Knows the latest thousand recipients. */
final class Greylist {
    private static final int MOST = 1000;

    private final Map<String, Integer> refusals = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST;
        }
    };

    /** Whether this try is one of the first so many, which are turned away. */
    synchronized boolean turnsAway(String address, int times) {
        int before = refusals.getOrDefault(address, 0);
        if (before >= times) {
            refusals.remove(address);
            return false;
        }
        refusals.put(address, before + 1);
        return true;
    }
}
