/** Nobody is forgotten: the stages of the evening, who is late, and who is told, in turn, until the last report is in. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "identity",
            "election",
            "election :: usecase",
            "report",
            "notification"
        })
@NullMarked
package id.deskpemilu.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
