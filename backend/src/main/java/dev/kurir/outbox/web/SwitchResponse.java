package dev.kurir.outbox.web;

import dev.kurir.outbox.Stopped;

record SwitchResponse(String state, long inFlight) {
    static SwitchResponse of(boolean on, Stopped stopped) {
        String off = stopped.confirmed() ? "off" : "stopping";
        return new SwitchResponse(on ? "on" : off, stopped.inFlight());
    }
}
