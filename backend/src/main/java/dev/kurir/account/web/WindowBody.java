package dev.kurir.account.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.account.SendingWindow;
import dev.kurir.kernel.DomainException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

record WindowBody(
        @NotEmpty List<@NotNull Day> days,
        @NotNull @Pattern(regexp = TIME) String from,
        @NotNull @Pattern(regexp = TIME) String to,
        @NotBlank String zone) {
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    enum Day {
        @JsonProperty("mon")
        MON(DayOfWeek.MONDAY),
        @JsonProperty("tue")
        TUE(DayOfWeek.TUESDAY),
        @JsonProperty("wed")
        WED(DayOfWeek.WEDNESDAY),
        @JsonProperty("thu")
        THU(DayOfWeek.THURSDAY),
        @JsonProperty("fri")
        FRI(DayOfWeek.FRIDAY),
        @JsonProperty("sat")
        SAT(DayOfWeek.SATURDAY),
        @JsonProperty("sun")
        SUN(DayOfWeek.SUNDAY);

        private final DayOfWeek day;

        Day(DayOfWeek day) {
            this.day = day;
        }

        private static Day of(DayOfWeek day) {
            return Arrays.stream(values())
                    .filter(each -> each.day == day)
                    .findFirst()
                    .orElseThrow();
        }
    }

    SendingWindow toWindow() {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw DomainException.invalid("/limits/window/zone", "zone_unknown", "There is no such time zone.");
        }
        return new SendingWindow(
                days.stream().map(each -> each.day).collect(Collectors.toSet()),
                LocalTime.parse(from),
                LocalTime.parse(to),
                ZoneId.of(zone));
    }

    static WindowBody of(SendingWindow window) {
        return new WindowBody(
                window.days().stream().sorted().map(Day::of).toList(),
                words(window.from()),
                words(window.to()),
                window.zone().getId());
    }

    private static String words(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }
}
