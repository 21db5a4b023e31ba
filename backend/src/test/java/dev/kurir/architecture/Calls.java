package dev.kurir.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;

/** Calls of some methods, as method references too. */
record Calls(String description, Predicate<JavaAccess<?>> calls) {

    private static final Set<String> OWN_CLOCKS = Set.of("systemUTC", "systemDefaultZone", "system");

    static Calls of(String owner, String... names) {
        Set<String> forbidden = Set.of(names);
        return new Calls(
                owner + "." + String.join("/", names),
                access -> forbidden.contains(access.getTarget().getName())
                        && access.getTargetOwner().isAssignableTo(owner));
    }

    /** Whatever asks the machine for the time of day; its one allowed place is the bean that hands out the clock. */
    static Calls ofTime() {
        return new Calls("the machine's time of day", access -> isNow(access) && !isTheClockBean(access));
    }

    DescribedPredicate<JavaAccess<?>> predicate() {
        return describe(description, calls);
    }

    ArchRule forbidden() {
        return noClasses().should(make());
    }

    ArchRule forbiddenExceptIn(String packages) {
        return noClasses().that(not(resideInAPackage(packages))).should(make());
    }

    private ArchCondition<JavaClass> make() {
        return new ArchCondition<>("call " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(calls)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    private static boolean isNow(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean withoutClock = !access.getDescription().contains("now(java.time.Clock)");
        return (owner.startsWith("java.time.") && name.equals("now") && withoutClock)
                || (owner.equals("java.time.Clock") && OWN_CLOCKS.contains(name))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                || (owner.equals("java.util.Date") && access.getDescription().contains("<init>()"));
    }

    private static boolean isTheClockBean(JavaAccess<?> access) {
        return access.getOriginOwner().getSimpleName().equals("ClockConfiguration");
    }
}
