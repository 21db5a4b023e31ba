package dev.kurir.contact.web;

import dev.kurir.contact.Contact;
import dev.kurir.kernel.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ContactPage(List<ContactResponse> items, @Nullable String next, long total) {

    static ContactPage of(Slice<Contact> page, long total) {
        Slice<ContactResponse> shown = page.map(ContactResponse::of);
        return new ContactPage(shown.items(), shown.next(), total);
    }
}
