package dev.kurir.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.campaign.PreflightCheck.Code;
import dev.kurir.campaign.PreflightCheck.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreflightRulesTest {
    private static final CampaignContent GOOD = new CampaignContent(
            "Hi {{name|friend}}",
            "",
            "<p>{{data.city|here}}</p><a href=\"{{unsubscribe_url}}\">no</a>",
            "{{unsubscribe_url}}");
    private static final PreflightFacts FACTS = new PreflightFacts(true, List.of(), 3, List.of(), Map.of());

    @Test
    void aGoodCampaignPasses() {
        Preflight preflight = judge(GOOD, FACTS);

        assertThat(preflight.isOk()).isTrue();
        assertThat(preflight.checks()).extracting(PreflightCheck::result).containsOnly(Result.OK);
        assertThat(preflight.checks()).extracting(PreflightCheck::code).containsExactlyInAnyOrder(Code.values());
    }

    @Test
    void anEmptySubjectBlocks() {
        assertBlocks(with(" ", GOOD.html(), GOOD.text()), Code.SUBJECT, "subject");
    }

    @Test
    void aLongSubjectWarns() {
        Preflight preflight = judge(with("x".repeat(79), GOOD.html(), GOOD.text()), FACTS);

        assertThat(preflight.isOk()).isTrue();
        assertThat(preflight.checks()).extracting(PreflightCheck::result).contains(Result.WARN);
    }

    @Test
    void anEmptyMessageBlocksAndItsLinkIsNotCheckedInsteadOfGood() {
        Preflight preflight = judge(with("Hi", "", " "), FACTS);

        assertThat(preflight.blocking()).extracting(PreflightCheck::code).containsExactly(Code.BODY);
        assertThat(one(preflight, Code.UNSUBSCRIBE_LINK).result()).isEqualTo(Result.NOT_CHECKED);
    }

    @Test
    void theLinkIsNeededInHtmlAndInText() {
        assertBlocks(with("Hi", "<p>no link</p>", GOOD.text()), Code.UNSUBSCRIBE_LINK, "html");
        assertBlocks(with("Hi", GOOD.html(), "no link"), Code.UNSUBSCRIBE_LINK, "text");
    }

    @Test
    void aTextThatIsLeftOutNeedsNoLink() {
        assertThat(judge(with("Hi", GOOD.html(), ""), FACTS).isOk()).isTrue();
    }

    @Test
    void anAccountMustBeChosenAndActive() {
        Preflight none = judge(GOOD, new PreflightFacts(false, List.of(), 3, List.of(), Map.of()));
        Preflight inactive = judge(GOOD, new PreflightFacts(true, List.of("Shop"), 3, List.of(), Map.of()));

        assertThat(one(none, Code.ACCOUNT).result()).isEqualTo(Result.BLOCK);
        assertThat(one(inactive, Code.ACCOUNT).result()).isEqualTo(Result.BLOCK);
        assertThat(one(none, Code.ACCOUNT).detail())
                .isNotEqualTo(one(inactive, Code.ACCOUNT).detail());
    }

    @Test
    void nobodyToSendToBlocks() {
        Preflight preflight = judge(GOOD, new PreflightFacts(true, List.of(), 0, List.of(), Map.of()));

        assertThat(preflight.blocking()).extracting(PreflightCheck::field).containsExactly("audience");
        assertThat(one(preflight, Code.MISSING_VALUES).result()).isEqualTo(Result.NOT_CHECKED);
    }

    @Test
    void anUnknownVariableBlocksWhereItStands() {
        assertBlocks(with("Hi {{nme}}", GOOD.html(), GOOD.text()), Code.VARIABLES, "subject");
    }

    @Test
    void aColumnThatNobodyHasIsUnknown() {
        Preflight preflight = judge(GOOD, new PreflightFacts(true, List.of(), 3, List.of("city"), Map.of()));

        assertThat(preflight.blocking()).singleElement().satisfies(check -> {
            assertThat(check.field()).isEqualTo("html");
            assertThat(check.params()).containsEntry("variable", "data.city");
        });
    }

    @Test
    void aMalformedTagBlocksAndSaysWhere() {
        Preflight preflight = judge(with("Hi", GOOD.html(), "one\n{{ {{unsubscribe_url}}"), FACTS);

        assertThat(preflight.blocking()).singleElement().satisfies(check -> {
            assertThat(check.field()).isEqualTo("text");
            assertThat(check.params()).containsEntry("line", "2").containsEntry("problem", "unclosed_tag");
        });
    }

    @Test
    void aMissingValueWithoutFallbackWarnsWithTheNumberOfPeople() {
        CampaignContent content = with("Hi {{name}}", GOOD.html(), GOOD.text());

        Preflight preflight = judge(content, new PreflightFacts(true, List.of(), 3, List.of(), Map.of("name", 2L)));

        assertThat(preflight.isOk()).isTrue();
        assertThat(one(preflight, Code.MISSING_VALUES).params()).containsEntry("count", "2");
    }

    @Test
    void onlyWhatAContactCanGiveIsAskedOfContacts() {
        CampaignContent content =
                with("{{account.name}} {{name}} {{company|you}}", "{{unsubscribe_url}}", "{{unsubscribe_url}}");

        assertThat(ContentParts.of(content).withoutFallback())
                .extracting(ContentParts.Use::variable)
                .containsExactly("name");
    }

    private static void assertBlocks(CampaignContent content, Code code, String field) {
        assertThat(judge(content, FACTS).blocking()).singleElement().satisfies(check -> {
            assertThat(check.code()).isEqualTo(code);
            assertThat(check.field()).isEqualTo(field);
            assertThat(check.detail()).isNotBlank();
        });
    }

    private static PreflightCheck one(Preflight preflight, Code code) {
        return preflight.checks().stream()
                .filter(check -> check.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static Preflight judge(CampaignContent content, PreflightFacts facts) {
        return new PreflightRules(ContentParts.of(content), facts).judge();
    }

    private static CampaignContent with(String subject, String html, String text) {
        return new CampaignContent(subject, "", html, text);
    }
}
