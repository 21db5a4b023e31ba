package dev.kurir.workspace.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record PasswordChange(
        @NotNull @Size(max = 200) String current,
        @NotNull @Size(min = 10, max = 200) String password) {
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
