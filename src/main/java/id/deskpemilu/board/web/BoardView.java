package id.deskpemilu.board.web;

import id.deskpemilu.board.Board;
import id.deskpemilu.board.Outlook;
import id.deskpemilu.board.chart.Arrival;
import id.deskpemilu.board.chart.Ring;
import id.deskpemilu.board.map.Maps;
import id.deskpemilu.board.map.RegionMap;
import id.deskpemilu.election.Choice;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.escalation.CallList;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EveningWatch;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Contact;
import id.deskpemilu.identity.Contacts;
import id.deskpemilu.identity.Role;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.Delivery;
import id.deskpemilu.notification.DeliveryCount;
import id.deskpemilu.notification.Notices;
import id.deskpemilu.notification.WaLink;
import id.deskpemilu.recap.Progress;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Round;
import id.deskpemilu.shared.web.Station;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes pages of what the board knows. */
@Component
class BoardView {

    private static final double WHOLE = 100.0;
    private static final int MOST_CALLED = 1;
    private static final Locale BAHASA = Locale.forLanguageTag("id");

    /** From then on reports have nothing to do with the plan of the evening. */
    private static final Duration LONG_AFTER = Duration.ofHours(24);

    private final Regions regions;
    private final Maps maps;
    private final Notices notices;
    private final CallList callList;
    private final Contacts contacts;
    private final ElectionClocks clocks;
    private final MessageSource messages;

    BoardView(
            Regions regions,
            Maps maps,
            Notices notices,
            CallList callList,
            Contacts contacts,
            ElectionClocks clocks,
            MessageSource messages) {
        this.regions = regions;
        this.maps = maps;
        this.notices = notices;
        this.callList = callList;
        this.contacts = contacts;
        this.clocks = clocks;
        this.messages = messages;
    }

    /** The way to the region from the highest one that the person may see. */
    List<Crumb> crumbs(Actor actor, RegionCode code, Function<RegionCode, String> address) {
        List<Crumb> crumbs = new ArrayList<>();
        for (Region region : regions.path(code)) {
            if (actor.maySee(region.code())) {
                crumbs.add(new Crumb(region.name(), region.code().equals(code) ? null : address.apply(region.code())));
            }
        }
        return crumbs;
    }

    /** The contest of that slug; the first if there is none of it; null if none is open here. */
    static Board.@Nullable OfContest shown(Board board, @Nullable String contest) {
        return board.contests().stream()
                .filter(one -> one.type().slug().equals(contest))
                .findFirst()
                .or(() -> board.contests().stream().findFirst())
                .orElse(null);
    }

    /**
     * The board's page.
     *
     * @param contest slug of the contest whose regions and votes are shown, if one was chosen
     * @param language in which roles and stages are named
     */
    BoardPage page(Actor actor, Board board, @Nullable String contest, List<Crumb> crumbs, Locale language) {
        ZoneId zone = board.region().zone().id();
        RegionCode region = board.region().code();
        Board.OfContest shown = shown(board, contest);
        String slug = shown == null ? "" : shown.type().slug();
        List<BoardPage.Part> parts = shown == null ? List.of() : parts(board, shown);
        Map<RegionCode, List<BoardPage.Contact>> people = people(board, language);
        String query = "?election=" + board.election().code() + "&region=" + region;
        return new BoardPage(
                new BoardPage.Live(
                        board.version(),
                        "/board/events" + query,
                        "/board/version" + query,
                        board.shown().atZone(zone)),
                board.election().code(),
                board.region().name(),
                region.dotted(),
                crumbs,
                slug,
                board.contests().stream()
                        .map(one -> new BoardPage.ContestRing(
                                one.type().slug(),
                                address(board, one.type().slug(), region),
                                one == shown,
                                ring(one.count())))
                        .toList(),
                stage(board, language),
                arrival(board, shown),
                level(region),
                maps.find(region).map(map -> map(map, parts)).orElse(null),
                parts,
                shown == null ? List.of() : stations(board, shown),
                votes(shown),
                board.contests().stream().map(BoardView::change).toList(),
                board.watch().silent().stream()
                        .map(desa -> silent(board, slug, desa, people))
                        .toList(),
                board.chase().stream()
                        .map(desa -> chase(board, slug, desa, people))
                        .toList(),
                board.contests().stream().map(one -> work(board, one)).toList(),
                escalated(actor, board, query),
                messages(board),
                coverage(board, shown),
                board.mismatch() == null ? null : board.mismatch().sums(),
                new BoardPage.Links(
                        "/progress" + query + contestParameter(slug),
                        "/board/recap" + query,
                        actor.may(Role.SUPERVISOR, region) ? "/board/walls" : null,
                        "/corrections" + query + contestParameter(slug)));
    }

    /** Every contest by region. */
    RecapPage recap(Board board, List<Crumb> crumbs) {
        return new RecapPage(
                board.region().name(),
                board.region().code().dotted(),
                board.election().code(),
                crumbs,
                level(board.region().code()),
                board.contests().stream()
                        .map(one -> new RecapPage.OfContest(
                                one.type().slug(),
                                one.parts().stream()
                                        .map(part -> row(
                                                part.name(),
                                                part.code().dotted(),
                                                part.code().level() == RegionCode.Level.VILLAGE
                                                        ? null
                                                        : recapAddress(
                                                                board.election().code(), part.code()),
                                                part.count()))
                                        .toList(),
                                row(null, null, null, one.count()),
                                coverage(board, one)))
                        .toList(),
                address(board, "", board.region().code()));
    }

    private static RecapPage.Row row(
            @Nullable String name, @Nullable String code, @Nullable String href, Progress.Count count) {
        return new RecapPage.Row(
                name,
                code,
                href,
                ring(count),
                count.valid(),
                count.invalid(),
                count.voters().turnout(),
                count.findings().any(),
                count.findings().inconsistent());
    }

    static String recapAddress(String election, RegionCode region) {
        return "/board/recap?election=" + election + "&region=" + region;
    }

    static Ring ring(Progress.Count count) {
        return new Ring(count.all(), count.reported(), count.approved());
    }

    /** The line of arrivals of the contest, drawn in the zone of the region. */
    static Arrival arrival(Board board, Board.@Nullable OfContest contest) {
        if (contest == null) {
            return Arrival.NOTHING;
        }
        long all = contest.count().all();
        List<Arrival.Point> actual = contest.arrivals().points().stream()
                .map(point -> new Arrival.Point(point.at(), point.reported()))
                .collect(Collectors.toCollection(ArrayList::new));
        Instant now = board.shown();
        List<Board.Planned> plan = contest.arrivals().plan();
        if (!plan.isEmpty()
                && !actual.isEmpty()
                && Duration.between(
                                        plan.get(plan.size() - 1).at(),
                                        actual.get(0).at())
                                .compareTo(LONG_AFTER)
                        > 0) {
            plan = List.of(); // reports of another day, as in practice with an old election: the plan says nothing
            // of them
        }
        Instant end = plan.isEmpty() ? now : plan.get(plan.size() - 1).at();
        Instant last = now.isBefore(end) ? now : end;
        if (!actual.isEmpty() && actual.get(actual.size() - 1).at().isBefore(last)) {
            actual.add(new Arrival.Point(last, contest.count().reported())); // none came since
        }
        return Arrival.of(
                actual,
                plan.stream()
                        .map(point -> new Arrival.Point(point.at(), point.percent() * all / WHOLE))
                        .toList(),
                all,
                board.region().zone().id());
    }

    /** The votes on the newest ballot. */
    static BoardPage.Votes votes(Board.@Nullable OfContest contest) {
        if (contest == null || contest.count().votes().isEmpty()) {
            return new BoardPage.Votes(List.of(), 0, 0, 0, false);
        }
        Progress.Count count = contest.count();
        long sum = count.votes().values().stream().mapToLong(Long::longValue).sum();
        return new BoardPage.Votes(
                contest.choices().stream()
                        .map((Choice choice) -> {
                            long votes = count.votes().getOrDefault(choice.number(), 0L);
                            return new BoardPage.Vote(
                                    choice.number(), choice.name(), votes, sum == 0 ? 0 : WHOLE * votes / sum);
                        })
                        .toList(),
                count.valid(),
                count.invalid(),
                count.apart(),
                contest.ballots().size() > 1);
    }

    /** How far the votes may be trusted. */
    static Coverage coverage(Board board, Board.@Nullable OfContest contest) {
        Progress.Count count = contest == null ? Progress.Count.NOTHING : contest.count();
        return new Coverage(
                board.shown().atZone(board.region().zone().id()),
                count.reported(),
                count.all(),
                count.reported() == 0 ? 0 : WHOLE * count.unverified() / count.reported());
    }

    private static List<BoardPage.Part> parts(Board board, Board.OfContest contest) {
        return contest.parts().stream()
                .map(part -> new BoardPage.Part(
                        part.name(),
                        part.code().dotted(),
                        address(board, contest.type().slug(), part.code()),
                        ring(part.count())))
                .toList();
    }

    private static BoardPage.MapView map(RegionMap map, List<BoardPage.Part> parts) {
        Map<String, RegionMap.Shape> shapes = map.shapes().stream()
                .collect(Collectors.toMap(shape -> shape.region().dotted(), Function.identity()));
        List<BoardPage.Shape> drawn = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (BoardPage.Part part : parts) {
            RegionMap.Shape shape = shapes.get(part.code());
            if (shape == null) {
                without.add(part.name());
            } else {
                drawn.add(new BoardPage.Shape(part, shape.path(), shape.x(), shape.y()));
            }
        }
        return new BoardPage.MapView(map.height(), drawn, without);
    }

    private List<BoardPage.StationRow> stations(Board board, Board.OfContest contest) {
        RegionCode region = board.region().code();
        if (region.level() != RegionCode.Level.VILLAGE) {
            return List.of();
        }
        String district = name(region.at(RegionCode.Level.DISTRICT));
        return contest.stations().stream()
                .map((Recap.StationStatus row) -> new BoardPage.StationRow(
                        new Station(
                                row.station().digits(),
                                "%03d".formatted(row.station().number()),
                                board.region().name(),
                                district,
                                row.station().isSpecial(),
                                row.round() == null
                                        ? null
                                        : new Round(
                                                row.round().number(),
                                                row.round().kind().name(),
                                                row.round().heldOn())),
                        row.status().name(),
                        row.hasCase() ? report(board, contest, row.station()) : null,
                        Optional.ofNullable(row.lockedAt())
                                .map(at -> at.atZone(board.region().zone().id()))
                                .orElse(null)))
                .toList();
    }

    private static BoardPage.Change change(Board.OfContest contest) {
        Outlook outlook = contest.outlook();
        boolean order = outlook.kind() != Outlook.Kind.SEVERAL_BALLOTS;
        boolean begun =
                order && !outlook.challengers().isEmpty() && contest.count().reported() > 0;
        String says = !order ? "SEVERAL_BALLOTS" : begun ? most(outlook) : "NOTHING";
        return new BoardPage.Change(
                contest.type().slug(),
                says,
                outlook.kind() == Outlook.Kind.WINNER,
                begun ? outlook.order().get(0).number() : 0,
                begun ? outlook.order().get(1).number() : 0,
                outlook.lead(),
                outlook.open(),
                outlook.missing(),
                outlook.held(),
                outlook.unknownStations());
    }

    /** The most that one of those behind can still reach. */
    private static String most(Outlook outlook) {
        for (Outlook.Chance chance : List.of(Outlook.Chance.AHEAD, Outlook.Chance.NOT_EXCLUDED, Outlook.Chance.LEVEL)) {
            if (outlook.challengers().stream().anyMatch(pair -> pair.chance() == chance)) {
                return chance.name();
            }
        }
        return Outlook.Chance.NONE.name();
    }

    private BoardPage.@Nullable Stage stage(Board board, Locale language) {
        EveningWatch.Next next = board.watch().next();
        return next == null
                ? null
                : new BoardPage.Stage(
                        messages.getMessage("stage." + next.kind(), null, language),
                        next.at().atZone(board.region().zone().id()),
                        Duration.between(board.shown(), next.at()).toSeconds(),
                        clocks.current(board.election().id())
                                .map(ElectionClocks.Segment::speed)
                                .orElse(1.0));
    }

    /** Whom to call in the desa that the board names: those who report for it, then its own contacts. */
    private Map<RegionCode, List<BoardPage.Contact>> people(Board board, Locale language) {
        Map<RegionCode, String> villages = new LinkedHashMap<>();
        board.watch().silent().forEach(desa -> villages.put(desa.village(), desa.name()));
        board.chase().forEach(desa -> villages.put(desa.village(), desa.name()));
        if (villages.isEmpty()) {
            return Map.of();
        }
        Map<RegionCode, List<CallList.Operator>> operators = callList.operators(villages.keySet());
        Map<RegionCode, List<Contact>> own = contacts.ownOf(villages.keySet());
        String role = messages.getMessage("role.operator", null, language);
        Map<RegionCode, List<BoardPage.Contact>> people = new HashMap<>();
        villages.forEach((village, name) -> {
            String text = messages.getMessage("board.call.text", new Object[] {name}, BAHASA);
            List<BoardPage.Contact> callable = new ArrayList<>();
            for (CallList.Operator operator : operators.getOrDefault(village, List.of())) {
                if (operator.phone() != null && !operator.phone().isBlank()) {
                    callable.add(contact(operator.name(), role, operator.phone(), text));
                }
            }
            own.getOrDefault(village, List.of())
                    .forEach(one -> callable.add(contact(one.name(), one.position(), one.phone(), text)));
            people.put(village, callable.stream().limit(MOST_CALLED).toList());
        });
        return people;
    }

    private static BoardPage.Contact contact(String name, String role, String phone, String text) {
        return new BoardPage.Contact(
                name,
                role,
                phone,
                "tel:+" + Contact.number(phone),
                WaLink.of(phone, text).orElse(null));
    }

    private static BoardPage.Silent silent(
            Board board, String contest, EveningWatch.Silent desa, Map<RegionCode, List<BoardPage.Contact>> people) {
        return new BoardPage.Silent(
                desa.village().digits(),
                desa.name(),
                desa.districtName(),
                desa.missing(),
                desa.since().atZone(board.region().zone().id()),
                address(board, contest, desa.village()),
                people.getOrDefault(desa.village(), List.of()));
    }

    private static List<BoardPage.Escalated> escalated(Actor actor, Board board, String query) {
        RegionCode region = board.region().code();
        boolean mayList = actor.may(Role.SUPERVISOR, region) || actor.may(Role.COORDINATOR, region);
        List<BoardPage.Escalated> levels = new ArrayList<>();
        for (Level level : Level.values()) {
            Map<EscalationKind, Integer> open = board.watch().open().stream()
                    .filter(one -> one.level() == level)
                    .collect(Collectors.toMap(EveningWatch.Open::kind, EveningWatch.Open::count));
            if (!open.isEmpty()) {
                levels.add(new BoardPage.Escalated(
                        level.name(),
                        open.getOrDefault(EscalationKind.UNREPORTED, 0),
                        open.getOrDefault(EscalationKind.UNVERIFIED, 0),
                        open.getOrDefault(EscalationKind.UNANSWERED, 0),
                        mayList ? "/escalations" + query + "&level=" + level : null));
            }
        }
        return levels;
    }

    private static BoardPage.Chase chase(
            Board board, String contest, Board.Chase desa, Map<RegionCode, List<BoardPage.Contact>> people) {
        return new BoardPage.Chase(
                desa.village().digits(),
                desa.name(),
                desa.districtName(),
                desa.contests().stream().mapToLong(Board.Owed::votes).sum(),
                desa.contests().stream()
                        .map(owed -> new BoardPage.Owed(owed.type().slug(), owed.missing()))
                        .toList(),
                address(board, contest, desa.village()),
                people.getOrDefault(desa.village(), List.of()));
    }

    private BoardPage.Work work(Board board, Board.OfContest contest) {
        Progress.Count count = contest.count();
        Board.Waiting oldest = contest.oldest();
        return new BoardPage.Work(
                contest.type().slug(),
                count.unverified(),
                count.corrections(),
                count.apart(),
                oldest == null
                        ? null
                        : "TPS %03d %s"
                                .formatted(
                                        oldest.station().number(),
                                        name(oldest.station().village())),
                oldest == null
                        ? null
                        : oldest.shownSince().atZone(board.region().zone().id()),
                oldest == null ? null : report(board, contest, oldest.station()));
    }

    private List<BoardPage.Messages> messages(Board board) {
        Map<Channel, List<DeliveryCount>> byChannel =
                notices.deliveries(board.election().id(), board.region().code()).stream()
                        .collect(Collectors.groupingBy(
                                DeliveryCount::channel, () -> new EnumMap<>(Channel.class), Collectors.toList()));
        return byChannel.entrySet().stream()
                .map(entry -> new BoardPage.Messages(
                        entry.getKey().name(),
                        sum(entry.getValue(), Delivery.State.QUEUED),
                        sum(entry.getValue(), Delivery.State.SENT) + sum(entry.getValue(), Delivery.State.DELIVERED),
                        sum(entry.getValue(), Delivery.State.FAILED),
                        sum(entry.getValue(), Delivery.State.GIVEN_UP)))
                .toList();
    }

    private static long sum(List<DeliveryCount> counts, Delivery.State state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToLong(DeliveryCount::number)
                .sum();
    }

    private String name(RegionCode code) {
        return regions.find(code).map(Region::name).orElse(code.dotted());
    }

    static String level(RegionCode code) {
        return switch (code.level()) {
            case PROVINCE -> "kabupaten";
            case REGENCY -> "kecamatan";
            case DISTRICT -> "desa";
            case VILLAGE -> "tps";
        };
    }

    private static String address(Board board, String contest, RegionCode region) {
        return address(board.election().code(), contest, region);
    }

    static String address(String election, String contest, RegionCode region) {
        return "/board?election=" + election + contestParameter(contest) + "&region=" + region;
    }

    private static String contestParameter(String contest) {
        return contest.isEmpty() ? "" : "&contest=" + contest;
    }

    private static String report(Board board, Board.OfContest contest, StationCode station) {
        return "/reports/" + board.election().code() + "/" + contest.type().slug() + "/" + station;
    }
}
