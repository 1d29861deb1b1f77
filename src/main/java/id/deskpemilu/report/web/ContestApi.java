package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.usecase.CloseContest;
import id.deskpemilu.report.usecase.OpenContest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening and closing contests in the API. */
@RestController
@RequestMapping("/api/v1/elections/{election}/contests/{contest}")
@Tag(name = "contests", description = "Buka dan tutup pemilihan")
class ContestApi {

    private final OpenContest openContest;
    private final CloseContest closeContest;

    ContestApi(OpenContest openContest, CloseContest closeContest) {
        this.openContest = openContest;
        this.closeContest = closeContest;
    }

    @PostMapping("/open")
    @Operation(summary = "Begin one case per TPS; interrupted, do it again")
    OpenContest.Progress open(Actor actor, @PathVariable String election, @PathVariable String contest) {
        return openContest.execute(actor, election, contest);
    }

    @PostMapping("/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take no further report")
    void close(Actor actor, @PathVariable String election, @PathVariable String contest) {
        closeContest.execute(actor, election, contest);
    }
}
