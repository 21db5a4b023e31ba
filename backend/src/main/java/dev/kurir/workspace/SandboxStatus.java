package dev.kurir.workspace;

/** Whether the built-in mail world is running; implemented by it. */
public interface SandboxStatus {
    boolean isRunning();
}
