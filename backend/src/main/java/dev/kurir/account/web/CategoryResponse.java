package dev.kurir.account.web;

import dev.kurir.account.Category;
import dev.kurir.kernel.CategoryId;

record CategoryResponse(CategoryId id, String name, int accounts) {

    static CategoryResponse of(Category category) {
        return new CategoryResponse(category.id(), category.name(), category.accounts());
    }
}
