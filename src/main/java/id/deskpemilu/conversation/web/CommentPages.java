package id.deskpemilu.conversation.web;

import id.deskpemilu.conversation.usecase.SettleThread;
import id.deskpemilu.conversation.usecase.WriteComment;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.web.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is said on the page of a report. */
@Controller
@RequestMapping("/reports/{election}/{contest}/{tps}/comments")
class CommentPages {

    private final WriteComment writeComment;
    private final SettleThread settleThread;
    private final Problems problems;

    CommentPages(WriteComment writeComment, SettleThread settleThread, Problems problems) {
        this.writeComment = writeComment;
        this.settleThread = settleThread;
        this.problems = problems;
    }

    @PostMapping
    String write(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestParam(defaultValue = "") String text,
            @RequestParam String key,
            RedirectAttributes redirect) {
        try {
            writeComment.execute(actor, ReportAddress.of(election, contest, tps), text, key);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            redirect.addFlashAttribute("commentText", text);
            redirect.addFlashAttribute("commentError", problems.reason(refusal.code(), refusal.arguments()));
        }
        return back(election, contest, tps);
    }

    @PostMapping("/settled")
    String settle(Actor actor, @PathVariable String election, @PathVariable String contest, @PathVariable String tps) {
        settleThread.execute(actor, ReportAddress.of(election, contest, tps));
        return back(election, contest, tps);
    }

    private static String back(String election, String contest, String tps) {
        return "redirect:/reports/" + election + "/" + contest + "/" + tps + "#thread";
    }
}
