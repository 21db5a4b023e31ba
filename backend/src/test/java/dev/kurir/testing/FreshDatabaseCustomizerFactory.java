package dev.kurir.testing;

import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Gives every {@link KurirTest} its database. Its name is part of Spring's cache key, so that equal names share a
 * context.
 */
final class FreshDatabaseCustomizerFactory implements ContextCustomizerFactory {
    static {
        // a thread of the mail world that ends because its client hung up is no failure of whoever waits
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        KurirTest found = TestContextAnnotationUtils.findMergedAnnotation(testClass, KurirTest.class);
        if (found == null) {
            return null;
        }
        return new FreshDatabaseCustomizer(
                found.program().isEmpty() ? outermost(testClass).getName() : found.program());
    }

    /** Nested classes live in the context of the class around them. */
    private static Class<?> outermost(Class<?> testClass) {
        Class<?> around = testClass.getEnclosingClass();
        return around == null ? testClass : outermost(around);
    }
}
