package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.usecase.CloseContest;
import id.deskpemilu.report.usecase.OpenContest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Opening and closing contests on the administrator's pages. */
@Controller
@RequestMapping("/admin/elections/{election}/contests/{contest}")
class ContestPages {

    private final OpenContest openContest;
    private final CloseContest closeContest;
    private final TaskExecutor background;

    ContestPages(
            OpenContest openContest,
            CloseContest closeContest,
            @Qualifier("applicationTaskExecutor") TaskExecutor background) {
        this.openContest = openContest;
        this.closeContest = closeContest;
        this.background = background;
    }

    /** Begins to open and leaves the rest to the background; the page of the election shows how far it is. */
    @PostMapping("/open")
    String open(Actor actor, @PathVariable String election, @PathVariable String contest) {
        long id = openContest.begin(actor, election, contest);
        background.execute(() -> openContest.finish(id));
        return "redirect:/admin/elections/" + election;
    }

    @PostMapping("/close")
    String close(Actor actor, @PathVariable String election, @PathVariable String contest) {
        closeContest.execute(actor, election, contest);
        return "redirect:/admin/elections/" + election;
    }
}
