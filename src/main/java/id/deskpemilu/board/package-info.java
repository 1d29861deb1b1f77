/** What the desk sees of an evening at a glance: who has reported, what is outstanding, and whether it can still matter. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "election",
            "report",
            "recap",
            "audit",
            "notification",
            "escalation"
        })
@NullMarked
package id.deskpemilu.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
