package dev.kurir.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The rules of the house, each with its reason. {@code base} is the package that holds the modules. */
final class HouseRules {

    private HouseRules() {}

    /** What the product keeps. */
    static Map<String, ArchRule> ofTheProduct(String base) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("NeverBlocks", neverBlocks());
        rules.put("SubscribesOutsideAWorker", subscribesOnlyInWorkers());
        rules.put("UsesMailOutsideItsDoor", usesMailOnlyBehindItsDoor());
        rules.put("UsesASandboxServer", keepsTheSandboxServersInside());
        rules.put("KernelKnowsSpring", keepsTheKernelPlain(base));
        rules.put("PublicController", hidesControllersAndRepositories());
        rules.put("ReadsTheTime", readsTheTimeFromTheClock());
        rules.put("CycleOne", hasNoPackageCycles(base));
        rules.put("ReturnsAnOpenCursor", returnsNoOpenCursor());
        rules.put("ReturnsADomainRecord", speaksOnlyWebTypes());
        rules.put("KnowsTheWeb", keepsTheWebInWeb(base));
        rules.put("KnowsJson", keepsJsonAtTheEdges(base));
        rules.put("KnowsTheDatabase", keepsTheDatabaseOutOfTheRoots(base));
        rules.put("InjectsAField", injectsByConstructor());
        rules.put("UsesLombok", usesNoLombok());
        rules.put("ReadsTheEnvironment", readsTheEnvironmentInPlatform(base));
        return rules;
    }

    /** What tests keep. */
    static Map<String, ArchRule> ofTheTests() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "VerifiesWithoutATimeout",
                Calls.of("reactor.test.StepVerifier$LastStep", "verifyComplete", "verifyError")
                        .forbidden()
                        .because(
                                "verifyComplete() waits for ever when the signal is missing; expectComplete().verify(duration) says so"));
        rules.put(
                "Sleeps",
                Calls.of("java.lang.Thread", "sleep")
                        .forbidden()
                        .because(
                                "a sleep is too long on a fast machine and too short on a slow one; wait for the condition"));
        return rules;
    }

    private static ArchRule neverBlocks() {
        return Calls.of(
                        "org.reactivestreams.Publisher",
                        "block",
                        "blockOptional",
                        "blockFirst",
                        "blockLast",
                        "toIterable",
                        "toStream",
                        "toFuture")
                .forbidden()
                .because(
                        "each block parks a thread of a reactive program, and two of them on one scheduler are a deadlock");
    }

    private static ArchRule subscribesOnlyInWorkers() {
        return Calls.of("org.reactivestreams.Publisher", "subscribe")
                .forbiddenExceptIn("..worker..")
                .because("what a request starts belongs to the request; only a supervised worker runs by itself");
    }

    private static ArchRule usesMailOnlyBehindItsDoor() {
        return noClasses()
                .that(resideInAPackage("..")
                        .and(not(
                                resideInAnyPackage("..delivery..", "..inbox.imap..", "..inbox.mime..", "..sandbox.."))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "org.simplejavamail.."))
                .because("mail libraries block and throw; the modules speak outcomes");
    }

    private static ArchRule keepsTheSandboxServersInside() {
        return noClasses()
                .that(not(resideInAPackage("..sandbox..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.icegreen..", "org.subethamail.."))
                .because("the mail servers are the newcomer's toy, no part of sending");
    }

    private static ArchRule keepsTheKernelPlain(String base) {
        return classes()
                .that()
                .resideInAPackage(base + ".kernel..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.jspecify..", "org.springframework.modulith..", base + ".kernel.."))
                .because("everyone speaks the kernel, so it must not bring anything along");
    }

    private static ArchRule hidesControllersAndRepositories() {
        return classes()
                .that(annotatedWith(RestController.class).or(annotatedWith(Repository.class)))
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .because("other modules call the facade");
    }

    private static ArchRule readsTheTimeFromTheClock() {
        return Calls.ofTime().forbidden().because("time is injected as a Clock, so that tests can stand in any moment");
    }

    private static ArchRule hasNoPackageCycles(String base) {
        return slices().matching(base + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle is one module with two names");
    }

    private static ArchRule returnsNoOpenCursor() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat(describe("read stored rows", HouseRules::readsRows))
                .and()
                .areNotPrivate()
                .should()
                .haveRawReturnType(Flux.class)
                .allowEmptyShould(true)
                .because(
                        "a connection serves one query at a time; who reads while a cursor is open starves the pool (a class named …Stream says that it is one)");
    }

    private static boolean readsRows(JavaClass type) {
        boolean stores =
                type.isAnnotatedWith(Repository.class) || (type.getPackageName() + ".").contains(".persistence.");
        return stores && !type.getSimpleName().endsWith("Stream");
    }

    private static ArchRule speaksOnlyWebTypes() {
        return methods()
                .that()
                .areDeclaredInClassesThat(annotatedWith(RestController.class))
                .and()
                .arePublic()
                .or()
                .arePackagePrivate()
                .and()
                .areDeclaredInClassesThat(annotatedWith(RestController.class))
                .should(new SpeakWebTypes())
                .allowEmptyShould(true)
                .because("a domain record that is serialised becomes a contract by accident");
    }

    private static ArchRule keepsTheWebInWeb(String base) {
        return noClasses()
                .that(not(resideInAnyPackage("..web..", base + ".platform..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework.web..", "org.springframework.http.."))
                .because("HTTP is one way in among several");
    }

    private static ArchRule keepsJsonAtTheEdges(String base) {
        return noClasses()
                .that(not(resideInAnyPackage("..web..", "..persistence..", "..worker..", base + ".platform..")))
                .should()
                .dependOnClassesThat(resideInAPackage("tools.jackson.."))
                .because("JSON is how things are spoken and stored, not what they are");
    }

    private static ArchRule keepsTheDatabaseOutOfTheRoots(String base) {
        return noClasses()
                .that(resideInAPackage(base + ".*").and(not(resideInAPackage(base + ".platform"))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.r2dbc..", "org.springframework.data..", "org.springframework.r2dbc.."))
                .because("the root of a module is what it means, not how it is stored");
    }

    private static ArchRule injectsByConstructor() {
        return fields().should()
                .notBeAnnotatedWith(Autowired.class)
                .andShould()
                .notBeAnnotatedWith(Value.class)
                .because("what an object needs is said by its constructor");
    }

    private static ArchRule usesNoLombok() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("lombok.."))
                .because("records say it already");
    }

    private static ArchRule readsTheEnvironmentInPlatform(String base) {
        return noClasses()
                .that(not(resideInAPackage(base + ".platform..")))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Environment.class)
                .orShould()
                .callMethodWhere(
                        Calls.of("java.lang.System", "getenv", "getProperty").predicate())
                .because("what can be configured is listed in one place");
    }
}
