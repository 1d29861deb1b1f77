package id.deskpemilu.worklist.web;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.evidence.PhotoSettings;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.report.web.RoundLabel;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Paging;
import id.deskpemilu.shared.web.Station;
import id.deskpemilu.worklist.Inbox;
import id.deskpemilu.worklist.InboxItem;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The verifier's inbox. */
@Controller
class InboxPages {

    private static final String NOTICE = "notice";

    private final Inbox inbox;
    private final Regions regions;
    private final PhotoSettings photos;

    InboxPages(Inbox inbox, Regions regions, PhotoSettings photos) {
        this.inbox = inbox;
        this.regions = regions;
        this.photos = photos;
    }

    /** The filters, as they stand in the address. */
    record Filter(
            @Nullable String kecamatan,
            @Nullable String desa,
            @Nullable String contest,
            @Nullable String finding,
            @Nullable String who,
            @Nullable String role,
            @Nullable Integer page) {

        /** Whose turn it is: a verifier's, unless a supervisor asks for what waits for supervisors. */
        Role waiting() {
            return "supervisor".equals(role) ? Role.SUPERVISOR : Role.VERIFIER;
        }

        /** Whoever is a supervisor and no verifier begins with what waits for supervisors. */
        Filter of(Actor actor) {
            boolean supervises = actor.scopes(Role.VERIFIER).isEmpty()
                    && !actor.scopes(Role.SUPERVISOR).isEmpty();
            return text(role) == null && supervises
                    ? new Filter(kecamatan, desa, contest, finding, who, Role.SUPERVISOR.realmName(), page)
                    : this;
        }

        Inbox.Query query() {
            String region = text(desa) != null && text(kecamatan) != null && desa.startsWith(kecamatan)
                    ? text(desa)
                    : text(kecamatan);
            return new Inbox.Query(
                    waiting(),
                    region == null ? null : RegionCode.of(region),
                    text(contest) == null ? null : ContestType.ofSlug(contest),
                    text(finding),
                    held(),
                    page == null ? 0 : Math.max(0, page));
        }

        private Inbox.Held held() {
            return switch (who == null ? "" : who) {
                case "free" -> Inbox.Held.FREE;
                case "mine" -> Inbox.Held.MINE;
                case "others" -> Inbox.Held.OTHERS;
                default -> Inbox.Held.ANY;
            };
        }

        boolean isSet() {
            return List.of(kecamatan == null ? "" : kecamatan, contest == null ? "" : contest).stream()
                            .anyMatch(value -> !value.isBlank())
                    || text(desa) != null
                    || text(finding) != null
                    || text(who) != null;
        }

        private static @Nullable String text(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }
    }

    @GetMapping("/inbox")
    String inbox(Actor actor, Filter asked, Model model, HtmxRequest htmx) {
        Filter filter = asked.of(actor);
        Inbox.Query query = filter.query();
        Inbox.Page page = inbox.find(actor, query);
        Inbox.Counts counts = inbox.count(actor, query.role());
        model.addAttribute(
                "page",
                new InboxPage(
                        districts(counts, filter),
                        villages(filter),
                        named(
                                Arrays.stream(ContestType.values())
                                        .map(ContestType::slug)
                                        .filter(counts.byContest()::containsKey)
                                        .toList(),
                                counts.byContest(),
                                filter.contest(),
                                counts.all()),
                        named(findings(counts), counts.byFinding(), filter.finding(), counts.all()),
                        named(List.of("free", "mine", "others"), counts.byHolder(), filter.who(), counts.all()),
                        filter.isSet(),
                        page.items().stream().map(item -> row(actor, item)).toList(),
                        paging(page, filter),
                        (String) model.getAttribute(NOTICE),
                        roles(actor, filter)));
        return htmx.isHtmxRequest() ? "worklist/inbox :: inbox" : "worklist/inbox";
    }

    /** After a decision: the next report that waits, or the inbox if none does. */
    @GetMapping("/inbox/next")
    String next(Actor actor, Model model, RedirectAttributes redirect) {
        Object notice = model.getAttribute(NOTICE);
        if (notice != null) {
            redirect.addFlashAttribute(NOTICE, notice);
        }
        Optional<InboxItem> next = inbox.next(actor, Role.VERIFIER);
        return "redirect:" + next.map(InboxPages::address).orElse("/inbox");
    }

    /** Both inboxes for a supervisor, with how much waits in each; none for anybody else. */
    private List<Choice> roles(Actor actor, Filter filter) {
        if (actor.scopes(Role.SUPERVISOR).isEmpty()) {
            return List.of();
        }
        return Stream.of(Role.VERIFIER, Role.SUPERVISOR)
                .map(role -> new Choice(
                        role.realmName(),
                        null,
                        (long) inbox.find(actor, Inbox.Query.of(role)).total(),
                        filter.waiting() == role))
                .toList();
    }

    private static List<String> findings(Inbox.Counts counts) {
        List<String> codes = new ArrayList<>(Arrays.stream(FindingCode.values())
                .map(Enum::name)
                .filter(counts.byFinding()::containsKey)
                .toList());
        if (counts.byFinding().containsKey(Inbox.NO_FINDING)) {
            codes.add(Inbox.NO_FINDING);
        }
        return codes;
    }

    private List<Choice> districts(Inbox.Counts counts, Filter filter) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(
                "",
                null,
                (long) counts.all(),
                filter.kecamatan() == null || filter.kecamatan().isBlank()));
        counts.byDistrict()
                .forEach((code, count) -> choices.add(new Choice(
                        code,
                        regions.find(new RegionCode(code)).map(Region::name).orElse(code),
                        (long) count,
                        code.equals(filter.kecamatan()))));
        return choices;
    }

    private List<Choice> villages(Filter filter) {
        String district = Filter.text(filter.kecamatan());
        if (district == null) {
            return List.of();
        }
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", null, null, Filter.text(filter.desa()) == null));
        regions.below(RegionCode.of(district))
                .forEach(region -> choices.add(new Choice(
                        region.code().digits(),
                        region.name(),
                        null,
                        region.code().digits().equals(filter.desa()))));
        return choices;
    }

    private static List<Choice> named(
            List<String> values, Map<String, Integer> counts, @Nullable String chosen, int all) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", null, (long) all, Filter.text(chosen) == null));
        values.forEach(value ->
                choices.add(new Choice(value, null, (long) counts.getOrDefault(value, 0), value.equals(chosen))));
        return choices;
    }

    private InboxPage.Row row(Actor actor, InboxItem item) {
        boolean mine = item.holder() != null && actor.is(item.holder());
        boolean verifies = actor.may(Role.VERIFIER, item.station());
        return new InboxPage.Row(
                address(item),
                new Station(
                        item.station().digits(),
                        "%03d".formatted(item.station().number()),
                        item.villageName(),
                        item.districtName(),
                        item.station().isSpecial(),
                        RoundLabel.of(item.round())),
                item.contest().slug(),
                item.status().name(),
                item.findings().stream()
                        .map(code -> FindingCode.valueOf(code).label())
                        .toList(),
                item.worst() == null ? null : item.worst().name(),
                item.secondLook(),
                item.holder() == null
                        ? null
                        : Optional.ofNullable(item.holderName()).orElse(item.holder()),
                mine,
                verifies && item.holder() == null,
                item.since().atZone(zone(item)),
                PhotoCount.of(item.photos(), photos.pages(item.contest())),
                item.commented(),
                item.onBehalf());
    }

    private java.time.ZoneId zone(InboxItem item) {
        return Zone.ofProvince(item.station().digits().substring(0, 2)).id();
    }

    private static String address(InboxItem item) {
        return "/reports/" + item.election() + "/" + item.contest().slug() + "/" + item.station();
    }

    private static Paging paging(Inbox.Page page, Filter filter) {
        int from = page.items().isEmpty() ? 0 : page.page() * page.pageSize() + 1;
        int to = page.page() * page.pageSize() + page.items().size();
        return new Paging(
                from,
                page.items().isEmpty() ? 0 : to,
                page.total(),
                page.page() == 0 ? null : address(filter, page.page() - 1),
                to < page.total() ? address(filter, page.page() + 1) : null);
    }

    private static String address(Filter filter, int page) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/inbox");
        add(uri, "kecamatan", filter.kecamatan());
        add(uri, "desa", filter.desa());
        add(uri, "contest", filter.contest());
        add(uri, "finding", filter.finding());
        add(uri, "who", filter.who());
        add(uri, "role", filter.role());
        return uri.queryParam("page", page).encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (Filter.text(value) != null) {
            uri.queryParam(name, value);
        }
    }
}
