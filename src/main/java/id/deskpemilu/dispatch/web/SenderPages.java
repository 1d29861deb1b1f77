package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.dispatch.usecase.ListSenders;
import id.deskpemilu.dispatch.usecase.RegisterSender;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator says from whom letters are taken. */
@Controller
@RequestMapping("/admin/senders")
class SenderPages {

    private final ListSenders listSenders;
    private final RegisterSender registerSender;
    private final Regions regions;
    private final Seal seal;
    private final Problems problems;
    private final MessageSource messages;

    SenderPages(
            ListSenders listSenders,
            RegisterSender registerSender,
            Regions regions,
            Seal seal,
            Problems problems,
            MessageSource messages) {
        this.listSenders = listSenders;
        this.registerSender = registerSender;
        this.regions = regions;
        this.seal = seal;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView all(Actor actor, Model model) {
        return page(actor, Map.of(), null, (String) model.getAttribute("notice"));
    }

    @PostMapping
    ModelAndView register(
            Actor actor,
            @RequestParam(name = "region", defaultValue = "") String region,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "account", defaultValue = "") String account,
            @RequestParam(name = "certificate", defaultValue = "") String certificate,
            @RequestParam(name = "seal", defaultValue = "") String sealCertificate,
            RedirectAttributes redirect,
            Locale language) {
        try {
            if (!RegionCode.isValid(region)) {
                throw Refusal.invalid("REGION_UNKNOWN", region);
            }
            Sender sender =
                    registerSender.execute(actor, RegionCode.of(region), name, account, certificate, sealCertificate);
            redirect.addFlashAttribute(
                    "notice", messages.getMessage("senders.notice", new Object[] {sender.name()}, language));
            return new ModelAndView("redirect:/admin/senders");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            ModelAndView view = page(
                    actor,
                    Map.of(
                            "region", region,
                            "name", name,
                            "account", account,
                            "certificate", certificate,
                            "seal", sealCertificate),
                    problems.reason(refusal.code(), refusal.arguments()),
                    null);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    private ModelAndView page(Actor actor, Map<String, String> form, @Nullable String error, @Nullable String notice) {
        List<Sender> senders = listSenders.execute(actor);
        Map<RegionCode, Region> known =
                regions.named(senders.stream().map(Sender::region).toList());
        return new ModelAndView(
                "dispatch/senders",
                "page",
                new SendersPage(
                        senders.stream().map(sender -> row(sender, known)).toList(),
                        seal.certificateHash(),
                        form,
                        error,
                        notice));
    }

    private static SendersPage.Row row(Sender sender, Map<RegionCode, Region> known) {
        Region region = known.getOrDefault(sender.region(), new Region(sender.region(), "", Zone.WIB));
        return new SendersPage.Row(
                region.code().dotted(),
                region.name(),
                sender.name(),
                sender.username(),
                sender.certificate(),
                sender.sealCertificate(),
                sender.registeredBy(),
                sender.registeredAt().atZone(region.zone().id()));
    }
}
