package dev.kurir;

import dev.kurir.platform.launch.Launcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: web and worker in one. */
@SpringBootApplication
public class KurirApplication {

    public static void main(String[] args) {
        Launcher.run(KurirApplication.class, args);
    }
}
