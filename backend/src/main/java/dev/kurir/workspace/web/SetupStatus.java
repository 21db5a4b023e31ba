package dev.kurir.workspace.web;

record SetupStatus(boolean needed) {}
