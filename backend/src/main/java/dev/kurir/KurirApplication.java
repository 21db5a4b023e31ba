package dev.kurir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: web and worker in one. */
@SpringBootApplication
public class KurirApplication {

    public static void main(String[] args) {
        SpringApplication.run(KurirApplication.class, args);
    }
}
