package dev.kurir.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectKeysTest {
    @ParameterizedTest
    @ValueSource(strings = {"Price list", "RE: Fwd: price  LIST", "[EXTERNAL] Re: Price list", "price", "", "Re:"})
    void whatAnsweringAddsIsNoNewSubject(String subject) {
        assertThat(SubjectKeys.isNew(subject, List.of("Price list", ""))).isFalse();
    }

    @Test
    void anotherSubjectIsNewUntilItWasThere() {
        assertThat(SubjectKeys.isNew("When does it arrive?", List.of("Price list")))
                .isTrue();
        assertThat(SubjectKeys.isNew("Re: When does it arrive?", List.of("Price list", "When does it arrive?")))
                .isFalse();
    }

    @Test
    void nothingIsNewWhereNothingHadASubject() {
        assertThat(SubjectKeys.isNew("When does it arrive?", List.of("", "Re:")))
                .isFalse();
    }
}
