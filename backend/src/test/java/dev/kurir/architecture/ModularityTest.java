package dev.kurir.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.KurirApplication;
import fixture.modules.FixtureApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(KurirApplication.class).verify();
    }

    @Test
    void anUndeclaredUseAndAHiddenTypeAreFound() {
        ApplicationModules modules = ApplicationModules.of(FixtureApplication.class, location -> true);

        assertThatThrownBy(modules::verify)
                .hasMessageContaining("Module 'upper' depends on module 'undeclared'")
                .hasMessageContaining("depends on non-exposed type fixture.modules.lower.hidden.Hidden");
    }
}
