package dev.kurir.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * What a controller returns and reads from a body is its own kind of type: a web type, or one of Java's or the
 * framework's.
 */
final class SpeakWebTypes extends ArchCondition<JavaMethod> {

    SpeakWebTypes() {
        super("return and read types of ..web.. only");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(Stream.of(method.getReturnType()), bodies(method))
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .filter(type -> !isWebType(type))
                .forEach(type -> events.add(SimpleConditionEvent.violated(
                        method,
                        method.getFullName() + " speaks " + type.getName() + " in " + method.getSourceCodeLocation())));
    }

    private static Stream<JavaType> bodies(JavaMethod method) {
        return method.getParameters().stream()
                .filter(parameter -> parameter.isAnnotatedWith(RequestBody.class))
                .map(JavaParameter::getType);
    }

    private static boolean isWebType(JavaClass type) {
        String name = type.getPackageName();
        return type.isPrimitive()
                || type.getBaseComponentType().isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("org.springframework.")
                || name.startsWith("reactor.")
                || name.startsWith("org.reactivestreams")
                || (name + ".").contains(".web.");
    }
}
