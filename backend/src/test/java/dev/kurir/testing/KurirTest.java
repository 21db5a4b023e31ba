package dev.kurir.testing;

import dev.kurir.KurirApplication;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.context.TestConstructor;

/**
 * Boots the whole program on a free port with a fresh database and a data folder of its own. The class gets both for
 * itself, or shares them with those that name the same {@link #program()}, which starts faster but shows their rows
 * too.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = KurirApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface KurirTest {

    /** The name of the program; without one the class has its own. */
    String program() default "";
}
