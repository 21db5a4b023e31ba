package dev.kurir.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Map<String, String> ADA =
            Map.of("name", "Ada Lovelace", "email", "ada@there.test", "data.city", "London", "company", " ");

    @Test
    void putsValuesWhereTheyAreNamed() {
        assertThat(text("Dear {{name}} of {{ data.city }}!")).isEqualTo("Dear Ada Lovelace of London!");
    }

    @Test
    void aBlankOrMissingValueGivesWayToTheFallback() {
        assertThat(text("{{company|your firm}}, {{phone | no phone}}")).isEqualTo("your firm, no phone");
    }

    @Test
    void aMissingValueWithoutFallbackIsNothing() {
        assertThat(text("[{{phone}}][{{phone|}}]")).isEqualTo("[][]");
    }

    @Test
    void theFirstNameIsTheFirstWordOfTheName() {
        assertThat(text("{{first_name}}")).isEqualTo("Ada");
        assertThat(Template.parse("{{first_name|friend}}", Format.TEXT).render(Map.of()))
                .isEqualTo("friend");
    }

    @Test
    void namesWhatItUsesAndWhetherEveryUseHasAFallback() {
        Template template = Template.parse("{{name|you}} {{data.city}} {{name}} {{email|x}}", Format.TEXT);

        assertThat(template.variables())
                .containsExactly(
                        new UsedVariable("name", false),
                        new UsedVariable("data.city", false),
                        new UsedVariable("email", true));
    }

    @Test
    void knowsWhichVariablesThereAre() {
        assertThat(List.of("name", "first_name", "account.email", "unsubscribe_url", "data.Kota"))
                .allMatch(Variables::isKnown);
        assertThat(List.of("nmae", "account.password", "env", "data")).noneMatch(Variables::isKnown);
    }

    @Test
    void saysWhereATagIsMalformed() {
        Template template = Template.parse("Dear {{name}},\n  you {{#if}} and {{ and {{Name}}", Format.TEXT);

        assertThat(template.isValid()).isFalse();
        assertThat(template.problems())
                .extracting(TemplateProblem::code, TemplateProblem::line, TemplateProblem::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bad_tag", 2, 7),
                        org.assertj.core.groups.Tuple.tuple("unclosed_tag", 2, 19),
                        org.assertj.core.groups.Tuple.tuple("bad_tag", 2, 26));
    }

    @Test
    void closingBracesOfStylesAreNoTags() {
        assertThat(Template.parse("<style>@media x{a{b:c}}</style>{{name}}", Format.HTML)
                        .isValid())
                .isTrue();
    }

    @Test
    void aValueIsNeverReadAsATemplate() {
        assertThat(Template.parse("{{name}}", Format.TEXT).render(Map.of("name", "{{email}}", "email", "secret")))
                .isEqualTo("{{email}}");
    }

    private static String text(String source) {
        return Template.parse(source, Format.TEXT).render(ADA);
    }

    @Test
    void whatIsFilledInForAPersonKeepsThePlacesThatNobodyKnows() {
        Template template = Template.parse("Halo {{first_name}}, {{ company }} {{phone|-}}", Format.TEXT);

        assertThat(template.fill(Map.of("name", "Wayan Adi"))).isEqualTo("Halo Wayan, {{company}} -");
    }
}
