package dev.kurir.campaign;

import static dev.kurir.campaign.PreflightCheck.block;
import static dev.kurir.campaign.PreflightCheck.notChecked;
import static dev.kurir.campaign.PreflightCheck.ok;
import static dev.kurir.campaign.PreflightCheck.warn;

import dev.kurir.campaign.ContentParts.Part;
import dev.kurir.campaign.ContentParts.Use;
import dev.kurir.campaign.PreflightCheck.Code;
import dev.kurir.content.TemplateProblem;
import dev.kurir.content.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Judges a campaign by its content and the facts about it. */
record PreflightRules(ContentParts content, PreflightFacts facts) {
    /** RFC 5322 §2.1.1: what most programs show without cutting. */
    private static final int LONG_SUBJECT = 78;

    Preflight judge() {
        List<PreflightCheck> checks = new ArrayList<>();
        checks.add(account());
        checks.add(audience());
        checks.add(subject());
        checks.add(body());
        checks.addAll(variables());
        checks.add(unsubscribeLink());
        checks.addAll(missingValues());
        return new Preflight(checks);
    }

    private PreflightCheck account() {
        if (!facts.accountChosen()) {
            return block(Code.ACCOUNT, "account", "Choose the account that sends it.");
        }
        String inactive = String.join(", ", facts.inactiveAccounts());
        return inactive.isEmpty()
                ? ok(Code.ACCOUNT, "account")
                : block(
                        Code.ACCOUNT,
                        "account",
                        "Not active: " + inactive + ". Activate it, or choose another one.",
                        Map.of("accounts", inactive));
    }

    private PreflightCheck audience() {
        return facts.recipients() > 0
                ? new PreflightCheck(
                        Code.AUDIENCE,
                        PreflightCheck.Result.OK,
                        "audience",
                        null,
                        Map.of("recipients", Long.toString(facts.recipients())))
                : block(Code.AUDIENCE, "audience", "Nobody would get it. Choose lists or tags with people on them.");
    }

    private PreflightCheck subject() {
        String subject = content.named("subject").source();
        if (subject.isBlank()) {
            return block(Code.SUBJECT, "subject", "The subject is empty.");
        }
        return subject.length() > LONG_SUBJECT
                ? warn(
                        Code.SUBJECT,
                        "subject",
                        "Many mail programs cut a subject of this length.",
                        Map.of("length", Integer.toString(subject.length())))
                : ok(Code.SUBJECT, "subject");
    }

    private PreflightCheck body() {
        return bodies().findAny().isPresent()
                ? ok(Code.BODY, "html")
                : block(Code.BODY, "html", "The message says nothing.");
    }

    private List<PreflightCheck> variables() {
        List<PreflightCheck> found = Stream.concat(malformed(), unknown()).toList();
        return found.isEmpty() ? List.of(ok(Code.VARIABLES, "html")) : found;
    }

    private Stream<PreflightCheck> malformed() {
        return content.parts().stream()
                .flatMap(part -> part.template().problems().stream().map(problem -> malformed(part, problem)));
    }

    private Stream<PreflightCheck> unknown() {
        return Stream.concat(content.unknown().stream(), content.unknownColumns(facts.unknownColumns()).stream())
                .map(use -> block(
                        Code.VARIABLES,
                        use.field(),
                        "Nobody has a value for {{" + use.variable() + "}}.",
                        Map.of("problem", "unknown", "variable", use.variable())));
    }

    /** A part that is left out is made from the other one, so only what is there must carry the link. */
    private PreflightCheck unsubscribeLink() {
        if (bodies().findAny().isEmpty()) {
            return notChecked(Code.UNSUBSCRIBE_LINK, "html");
        }
        return bodies().filter(part -> !part.uses(Variables.UNSUBSCRIBE_URL))
                .findFirst()
                .map(part -> block(
                        Code.UNSUBSCRIBE_LINK,
                        part.field(),
                        "People must be able to say no: put {{" + Variables.UNSUBSCRIBE_URL + "}} into it."))
                .orElseGet(() -> ok(Code.UNSUBSCRIBE_LINK, "html"));
    }

    private List<PreflightCheck> missingValues() {
        if (facts.recipients() == 0) {
            return List.of(notChecked(Code.MISSING_VALUES, "audience"));
        }
        List<PreflightCheck> found = content.withoutFallback().stream()
                .filter(use -> facts.missing().getOrDefault(use.variable(), 0L) > 0)
                .map(this::missing)
                .toList();
        return found.isEmpty() ? List.of(ok(Code.MISSING_VALUES, "html")) : found;
    }

    private PreflightCheck missing(Use use) {
        long people = facts.missing().getOrDefault(use.variable(), 0L);
        return warn(
                Code.MISSING_VALUES,
                use.field(),
                people + " recipients have no value for {{" + use.variable() + "}}, and it has no fallback.",
                Map.of("variable", use.variable(), "count", Long.toString(people)));
    }

    private Stream<Part> bodies() {
        return Stream.of(content.named("html"), content.named("text")).filter(part -> !part.isBlank());
    }

    private static PreflightCheck malformed(Part part, TemplateProblem problem) {
        return block(
                Code.VARIABLES,
                part.field(),
                problem.detail(),
                Map.of(
                        "problem", problem.code(),
                        "line", Integer.toString(problem.line()),
                        "column", Integer.toString(problem.column())));
    }
}
