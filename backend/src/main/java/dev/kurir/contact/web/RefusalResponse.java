package dev.kurir.contact.web;

import dev.kurir.contact.ImportRefusal;

record RefusalResponse(long line, String code, String detail, String content) {

    static RefusalResponse of(ImportRefusal refusal) {
        return new RefusalResponse(refusal.line(), refusal.code(), refusal.detail(), refusal.content());
    }
}
