package dev.kurir.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The product keeps the rules, and every rule can fire: package {@code fixture.house} breaks each of them once. */
class HouseRulesTest {

    private static final String PRODUCT = "dev.kurir";
    private static final String FIXTURE = "fixture.house";

    @TestFactory
    Stream<DynamicTest> theProductKeeps() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(PRODUCT);
        return each(HouseRules.ofTheProduct(PRODUCT), (name, rule) -> rule.check(product));
    }

    @TestFactory
    Stream<DynamicTest> theTestsKeep() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages(PRODUCT);
        return each(HouseRules.ofTheTests(), (name, rule) -> rule.check(tests));
    }

    @TestFactory
    Stream<DynamicTest> aBreachIsFound() {
        JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURE);
        return Stream.of(HouseRules.ofTheProduct(FIXTURE), HouseRules.ofTheTests())
                .flatMap(rules -> each(rules, (name, rule) -> assertFires(rule, name, fixture)));
    }

    private static void assertFires(ArchRule rule, String breach, JavaClasses fixture) {
        assertThat(rule.evaluate(fixture).getFailureReport().getDetails())
                .as("what rule <%s> finds in the fixture", rule.getDescription())
                .anyMatch(detail -> detail.contains(breach));
    }

    private static Stream<DynamicTest> each(Map<String, ArchRule> rules, BiConsumer<String, ArchRule> check) {
        return rules.entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> check.accept(rule.getKey(), rule.getValue())));
    }
}
