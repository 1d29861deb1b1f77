package id.deskpemilu.dispatch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpemilu.dispatch.LetterCheck;
import id.deskpemilu.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The check of a letter for programs. Nobody signs in. */
@RestController
@RequestMapping("/api/v1/check")
@Tag(name = "check", description = "Periksa keaslian surat, tanpa masuk")
class CheckApi {

    private final LetterCheck check;
    private final CheckGate gate;

    CheckApi(LetterCheck check, CheckGate gate) {
        this.check = check;
        this.gate = gate;
    }

    /**
     * What the desk says about a letter.
     *
     * @param newer the check page of the letter that took its place
     * @param official always false: these are figures of a desk that watches, the official ones are KPU's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckResource(
            String outcome,
            boolean rehearsal,
            boolean official,
            CheckPage.@Nullable Paper letter,
            @Nullable String standing,
            CheckPage.@Nullable Newer newer,
            @Nullable String withdrawnReason,
            List<CheckPage.Signature> signatures,
            String fileSha256,
            LetterPage.@Nullable Summary figures) {}

    @GetMapping("/{letter}")
    @Operation(summary = "Whether a letter is genuine and in force, by its name and the first 8 digits of its hash")
    CheckResource known(
            @PathVariable String letter, @RequestParam(defaultValue = "") String h, HttpServletRequest request) {
        gate.pass(request.getRemoteAddr(), 1);
        CheckPage.Answer said = CheckPages.id(letter)
                .flatMap(id -> check.known(id, h))
                .map(answer -> CheckView.answer(answer, false))
                .orElseThrow(() -> Refusal.notFound("CHECK_UNKNOWN"));
        return new CheckResource(
                said.outcome(),
                said.rehearsal(),
                false,
                said.paper(),
                said.standing(),
                said.newer(),
                said.withdrawn(),
                said.signatures(),
                said.fileHash(),
                said.figures());
    }
}
