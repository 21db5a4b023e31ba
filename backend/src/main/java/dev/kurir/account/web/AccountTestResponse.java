package dev.kurir.account.web;

import dev.kurir.account.ConnectionProbe.Result;
import dev.kurir.account.ConnectionProbe.Step;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record AccountTestResponse(boolean ok, List<TestStep> steps) {

    record TestStep(
            String protocol,
            String step,
            String result,
            @Nullable String code,
            @Nullable String detail,
            @Nullable Long millis) {

        static TestStep of(Step step) {
            return new TestStep(
                    word(step.protocol()),
                    word(step.name()),
                    word(step.result()),
                    step.code(),
                    step.detail(),
                    step.millis());
        }
    }

    static AccountTestResponse of(List<Step> steps) {
        boolean ok = steps.stream().noneMatch(step -> step.result() == Result.FAILED);
        return new AccountTestResponse(ok, steps.stream().map(TestStep::of).toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
