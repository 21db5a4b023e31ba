package dev.kurir.contact.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record NameRequest(@NotBlank @Size(max = 100) String name) {}
