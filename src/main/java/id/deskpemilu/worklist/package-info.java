/** The inbox: what waits for whom, in a table of its own that is written with every change of a report. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "election",
            "report",
            "report :: finding",
            "report :: evidence",
            "report :: web"
        })
@NullMarked
package id.deskpemilu.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
