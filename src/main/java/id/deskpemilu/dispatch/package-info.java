/** The evening letter: a frozen snapshot, written, signed, sent upwards, received, and checkable by anybody. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "identity",
            "identity :: web",
            "election",
            "report",
            "report :: finding",
            "recap",
            "escalation",
            "board :: map",
            "board :: chart",
            "board",
            "notification",
            "incident"
        })
@NullMarked
package id.deskpemilu.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
