package dev.kurir.account.web;

import dev.kurir.account.Categories;
import dev.kurir.kernel.CategoryId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/categories")
class CategoryController {
    private final Categories categories;

    CategoryController(Categories categories) {
        this.categories = categories;
    }

    @GetMapping
    @Operation(operationId = "listCategories", tags = "account")
    Mono<List<CategoryResponse>> listCategories(Caller caller) {
        return categories
                .all(caller.workspaceId())
                .map(all -> all.stream().map(CategoryResponse::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createCategory", tags = "account")
    Mono<CategoryResponse> createCategory(Caller caller, @Valid @RequestBody CategoryRequest body) {
        return categories.add(caller.workspaceId(), body.name()).map(CategoryResponse::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteCategory", tags = "account")
    Mono<Void> deleteCategory(Caller caller, @PathVariable CategoryId id) {
        return categories.remove(caller.workspaceId(), id);
    }
}
