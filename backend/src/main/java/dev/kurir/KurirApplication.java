package dev.kurir;

import dev.kurir.platform.launch.Launcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program: web and worker in one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class KurirApplication {

    public static void main(String[] args) {
        Launcher.run(KurirApplication.class, args);
    }
}
