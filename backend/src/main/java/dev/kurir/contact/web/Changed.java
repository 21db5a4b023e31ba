package dev.kurir.contact.web;

record Changed(long changed) {}
