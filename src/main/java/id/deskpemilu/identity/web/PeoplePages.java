package id.deskpemilu.identity.web;

import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Accounts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.RegionTree;
import id.deskpemilu.identity.Role;
import id.deskpemilu.identity.TemporaryPassword;
import id.deskpemilu.identity.usecase.EndAssignment;
import id.deskpemilu.identity.usecase.ListPeople;
import id.deskpemilu.identity.usecase.MoveAssignment;
import id.deskpemilu.identity.usecase.RenewPassword;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Paging;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The administrator's page about the people. */
@Controller
@RequestMapping("/admin")
class PeoplePages {

    private static final String NOTICE = "notice";
    private static final String VIEW = "admin/people";
    private static final String BACK = "redirect:/admin/people";

    private final ListPeople listPeople;
    private final EndAssignment endAssignment;
    private final MoveAssignment moveAssignment;
    private final RenewPassword renewPassword;
    private final Accounts accounts;
    private final RegionTree regions;
    private final MessageSource messages;
    private final Clock clock;

    PeoplePages(
            ListPeople listPeople,
            EndAssignment endAssignment,
            MoveAssignment moveAssignment,
            RenewPassword renewPassword,
            Accounts accounts,
            RegionTree regions,
            MessageSource messages,
            Clock clock) {
        this.listPeople = listPeople;
        this.endAssignment = endAssignment;
        this.moveAssignment = moveAssignment;
        this.renewPassword = renewPassword;
        this.accounts = accounts;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/people")
    String list(
            Actor actor,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "kecamatan", defaultValue = "") String kecamatan,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Model model) {
        model.addAttribute(
                "page", page(actor, q, kecamatan, Math.max(0, page), null, (String) model.getAttribute(NOTICE)));
        return VIEW;
    }

    @PostMapping("/people/{username}/password")
    String renewPassword(Actor actor, @PathVariable("username") String username, Model model) {
        TemporaryPassword password = renewPassword.execute(actor, username);
        String name = accounts.find(username).map(Account::name).orElse(username);
        // shown in the answer itself: no redirect could carry it without keeping it somewhere
        model.addAttribute(
                "page",
                page(
                        actor,
                        username,
                        "",
                        0,
                        new PeoplePage.TemporaryPassword(username, name, password.password()),
                        null));
        return VIEW;
    }

    @PostMapping("/assignments/{id}/end")
    String end(Actor actor, @PathVariable("id") long id, RedirectAttributes redirect, Locale locale) {
        Assignment ended = endAssignment.execute(actor, id);
        redirect.addFlashAttribute(
                NOTICE, messages.getMessage("admin.assignment-ended", new Object[] {ended.username()}, locale));
        return BACK;
    }

    @PostMapping("/assignments/{id}/move")
    String move(
            Actor actor,
            @PathVariable("id") long id,
            @RequestParam("region") String region,
            RedirectAttributes redirect,
            Locale locale) {
        if (!RegionCode.isValid(region)) {
            throw Refusal.invalid("REGION_UNKNOWN", region);
        }
        RegionCode to = RegionCode.of(region);
        moveAssignment.execute(actor, id, to);
        redirect.addFlashAttribute(
                NOTICE, messages.getMessage("admin.assignment-moved", new Object[] {nameOf(to)}, locale));
        return BACK;
    }

    private PeoplePage page(
            Actor actor,
            String q,
            String kecamatan,
            int number,
            PeoplePage.@Nullable TemporaryPassword password,
            @Nullable String notice) {
        RegionCode district = RegionCode.isValid(kecamatan) ? RegionCode.of(kecamatan) : null;
        ListPeople.Page found = listPeople.execute(actor, q, district, number);
        int from = number * ListPeople.PAGE;
        int to = from + found.people().size();
        return new PeoplePage(
                q,
                districts(actor, district),
                targets(actor),
                found.people().stream().map(this::person).toList(),
                new Paging(
                        found.people().isEmpty() ? 0 : from + 1,
                        to,
                        found.total(),
                        number == 0 ? null : address(q, kecamatan, number - 1),
                        to >= found.total() ? null : address(q, kecamatan, number + 1)),
                password,
                notice);
    }

    private List<Choice> districts(Actor actor, @Nullable RegionCode selected) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", null, null, selected == null));
        actor.scopes(Role.ADMIN).stream()
                .flatMap(own -> regions.inside(own, RegionCode.Level.DISTRICT).stream())
                .map(region -> new Choice(
                        region.code().digits(),
                        region.name(),
                        null,
                        region.code().equals(selected)))
                .forEach(choices::add);
        return choices;
    }

    /** Where somebody can be moved to: the own kecamatan and desa, and what lies above them as far as it is the own. */
    private List<Choice> targets(Actor actor) {
        return actor.scopes(Role.ADMIN).stream()
                .flatMap(own -> Stream.of(RegionCode.Level.REGENCY, RegionCode.Level.DISTRICT, RegionCode.Level.VILLAGE)
                        .flatMap(level -> regions.inside(own, level).stream()))
                .sorted(java.util.Comparator.comparing(RegionTree.Named::code))
                .map(region -> new Choice(region.code().dotted(), region.name(), null, false))
                .toList();
    }

    private PeoplePage.Person person(ListPeople.Person person) {
        return new PeoplePage.Person(
                person.account().username(),
                person.account().name(),
                person.assignments().stream()
                        .map(one -> one.role().realmName())
                        .distinct()
                        .toList(),
                person.assignments().stream().map(this::assignment).toList());
    }

    private PeoplePage.Assignment assignment(Assignment one) {
        Instant now = clock.instant();
        Zone zone = regions.find(one.region())
                .map(RegionTree.Named::zone)
                .orElseGet(() -> Zone.ofProvince(one.region().digits().substring(0, 2)));
        return new PeoplePage.Assignment(
                Long.toString(one.id()),
                nameOf(one.region()),
                one.region().dotted(),
                one.from().atZone(zone.id()).toLocalDate(),
                Optional.ofNullable(one.until())
                        .map(until -> until.atZone(zone.id()).toLocalDate())
                        .orElse(null),
                one.isOpenAt(now));
    }

    private String nameOf(RegionCode code) {
        return regions.find(code).map(RegionTree.Named::name).orElseGet(code::dotted);
    }

    private static String address(String q, String kecamatan, int page) {
        return UriComponentsBuilder.fromPath("/admin/people")
                .queryParam("q", "{q}")
                .queryParam("kecamatan", "{kecamatan}")
                .queryParam("page", page)
                .encode()
                .buildAndExpand(q, kecamatan)
                .toUriString();
    }
}
