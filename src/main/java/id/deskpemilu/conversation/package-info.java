/** What people say to each other: broadcasts of the desk to operators, the thread of a report, and what a person was told. */
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "identity", "election", "report", "report :: usecase", "notification"
        })
@NullMarked
package id.deskpemilu.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
