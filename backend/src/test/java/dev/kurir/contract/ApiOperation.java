package dev.kurir.contract;

import java.util.Map;
import java.util.Set;

/**
 * What is compared of an operation.
 *
 * @param parameters as {@code in name}, with a {@code !} behind the required ones
 * @param requestBody media types, with a {@code !} behind them if a body is required
 * @param responses media types by status; errors are not compared here: they are all one problem document, checked on
 *     every real response
 */
record ApiOperation(
        String operationId, Set<String> parameters, Set<String> requestBody, Map<String, Set<String>> responses) {}
