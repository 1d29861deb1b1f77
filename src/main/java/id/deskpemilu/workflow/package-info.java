/** The engine behind the reports: the only module that knows Camunda. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "report",
            "report :: finding",
            "report :: usecase",
            "escalation",
            "escalation :: usecase",
            "notification",
            "dispatch",
            "dispatch :: usecase"
        })
@NullMarked
package id.deskpemilu.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
