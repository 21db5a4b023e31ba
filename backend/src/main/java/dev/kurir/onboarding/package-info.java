/** First steps: sample account, contacts and campaign. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "platform :: *",
            "workspace",
            "sandbox",
            "account",
            "contact",
            "content",
            "campaign"
        })
@NullMarked
package dev.kurir.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
