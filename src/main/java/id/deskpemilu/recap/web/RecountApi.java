package id.deskpemilu.recap.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.recap.Recount;
import id.deskpemilu.recap.usecase.RebuildRecap;
import id.deskpemilu.recap.usecase.RecountRecap;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Recount of the recap from the reports. */
@RestController
@RequestMapping("/api/v1/elections/{election}/recap")
@Tag(name = "progress")
class RecountApi {

    private final RecountRecap recount;
    private final RebuildRecap rebuild;

    RecountApi(RecountRecap recount, RebuildRecap rebuild) {
        this.recount = recount;
        this.rebuild = rebuild;
    }

    @PostMapping("/recount")
    @Operation(summary = "Counts the sums again from the reports and says which differ")
    Recount.Result recount(Actor actor, @PathVariable String election) {
        return recount.execute(actor, election);
    }

    @PostMapping("/rebuild")
    @Operation(summary = "Counts the sums anew from the reports")
    Recount.Result rebuild(Actor actor, @PathVariable String election) {
        return rebuild.execute(actor, election);
    }
}
