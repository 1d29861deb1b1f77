package id.deskpemilu.escalation.web;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.escalation.CallList;
import id.deskpemilu.escalation.Stages;
import id.deskpemilu.escalation.usecase.RecordCall;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Contact;
import id.deskpemilu.identity.Contacts;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Paging;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The call list: which desa are missing, and whom to call there. It needs no provider of messages. */
@Controller
@RequestMapping("/calls")
class CallPages {

    /** What is sent to people in the desa is written in their language, whichever the coordinator reads. */
    private static final Locale BAHASA = Locale.forLanguageTag("id");

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH.mm z", BAHASA);

    private final Chosen chosen;
    private final CallList calls;
    private final RecordCall recordCall;
    private final Contacts contacts;
    private final Regions regions;
    private final Stages stages;
    private final ElectionClocks clocks;
    private final MessageSource messages;

    CallPages(
            Chosen chosen,
            CallList calls,
            RecordCall recordCall,
            Contacts contacts,
            Regions regions,
            Stages stages,
            ElectionClocks clocks,
            MessageSource messages) {
        this.chosen = chosen;
        this.calls = calls;
        this.recordCall = recordCall;
        this.contacts = contacts;
        this.regions = regions;
        this.stages = stages;
        this.clocks = clocks;
        this.messages = messages;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        RegionCode code = Chosen.region(actor, region);
        Region shown = regions.find(code).orElseThrow(() -> Refusal.notFound("REGION_UNKNOWN", code.dotted()));
        model.addAttribute("page", page(actor, chosen.election(election), shown, Math.max(0, page)));
        return "escalation/calls";
    }

    @PostMapping
    String called(
            Actor actor,
            @RequestParam String election,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String undo,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @Nullable String shown) {
        if (!RegionCode.isValid(region)) {
            throw Refusal.notFound("REGION_UNKNOWN", region);
        }
        RegionCode village = RegionCode.of(region);
        recordCall.execute(actor, election, village, undo == null);
        RegionCode back = shown != null && RegionCode.isValid(shown) ? RegionCode.of(shown) : village;
        return "redirect:" + address(election, back, Math.max(0, page)) + "#v-" + village;
    }

    private CallsPage page(Actor actor, Election election, Region region, int number) {
        CallList.Whole whole = calls.whole(election.id(), region.code());
        List<CallList.Village> villages = calls.villages(election.id(), region.code(), number);
        List<RegionCode> codes = villages.stream().map(CallList.Village::code).toList();
        Map<RegionCode, List<CallList.Operator>> operators = calls.operators(codes);
        Map<RegionCode, List<Contact>> own = contacts.ownOf(codes);
        ZoneId zone = region.zone().id();
        ElectionClocks.Timeline clock = clocks.of(election.id());
        ZonedDateTime deadline = deadline(election, region);
        List<CallsPage.Row> rows = villages.stream()
                .map(village -> {
                    String text = text(election, village, deadline);
                    return new CallsPage.Row(
                            village.code().digits(),
                            village.name(),
                            village.district(),
                            village.stations(),
                            village.reports(),
                            people(operators.get(village.code()), own.get(village.code()), text),
                            village.calledAt() == null
                                    ? null
                                    : new CallsPage.Called(
                                            Objects.requireNonNullElse(village.calledBy(), ""),
                                            clock.shown(village.calledAt()).atZone(zone)),
                            "/progress?election=" + election.code() + "&region=" + village.code());
                })
                .toList();
        int from = number * CallList.PAGE_SIZE;
        return new CallsPage(
                election.code(),
                region.code().digits(),
                region.name(),
                crumbs(actor, election, region),
                below(election, region),
                deadline,
                whole.villages(),
                whole.stations(),
                whole.called(),
                above(election, region, whole, deadline),
                rows,
                new Paging(
                        rows.isEmpty() ? 0 : from + 1,
                        from + rows.size(),
                        whole.villages(),
                        number == 0 ? null : address(election.code(), region.code(), number - 1),
                        from + rows.size() >= whole.villages()
                                ? null
                                : address(election.code(), region.code(), number + 1)),
                number);
    }

    private static List<Person> people(
            @Nullable List<CallList.Operator> operators, @Nullable List<Contact> contacts, String text) {
        return Stream.concat(
                        Objects.requireNonNullElse(operators, List.<CallList.Operator>of()).stream()
                                .map(operator -> Person.of(operator.name(), null, operator.phone(), text)),
                        Objects.requireNonNullElse(contacts, List.<Contact>of()).stream()
                                .map(contact -> Person.of(contact.name(), contact.position(), contact.phone(), text)))
                .toList();
    }

    /** The contacts of the region, unless it is a desa and stands in the list itself, and of the regions above it. */
    private List<Person> above(
            Election election, Region region, CallList.Whole whole, @Nullable ZonedDateTime deadline) {
        String text = text(election, region.name(), whole.stations(), deadline);
        return contacts.of(region.code()).stream()
                .filter(contact -> contact.region().level() != RegionCode.Level.VILLAGE)
                .map(contact -> Person.of(contact.name(), contact.position(), contact.phone(), text))
                .toList();
    }

    private @Nullable ZonedDateTime deadline(Election election, Region region) {
        Instant now = clocks.now(election.id());
        return stages.of(election.id()).stream()
                .map(stage -> stage.on(election.heldOn(), region.zone()))
                .filter(now::isBefore)
                .findFirst()
                .map(next -> next.atZone(region.zone().id()))
                .orElse(null);
    }

    private String text(Election election, CallList.Village village, @Nullable ZonedDateTime deadline) {
        return text(election, village.name() + ", Kec. " + village.district(), village.stations(), deadline);
    }

    private String text(Election election, String place, int stations, @Nullable ZonedDateTime deadline) {
        String text = deadline == null
                ? messages.getMessage("call.text.late", new Object[] {place, stations}, BAHASA)
                : messages.getMessage("call.text", new Object[] {place, stations, HOUR.format(deadline)}, BAHASA);
        // nobody who gets it shall take a rehearsal for the real thing
        return election.isSimulation() ? "[" + messages.getMessage("simulation", null, BAHASA) + "] " + text : text;
    }

    private List<Crumb> crumbs(Actor actor, Election election, Region region) {
        List<Crumb> crumbs = new ArrayList<>();
        for (Region one : regions.path(region.code())) {
            if (actor.may(Role.COORDINATOR, one.code()) || actor.may(Role.SUPERVISOR, one.code())) {
                crumbs.add(new Crumb(
                        one.name(), one.code().equals(region.code()) ? null : address(election.code(), one.code(), 0)));
            }
        }
        return crumbs;
    }

    private List<Choice> below(Election election, Region region) {
        return region.code().level() == RegionCode.Level.VILLAGE
                        || region.code().level() == RegionCode.Level.DISTRICT
                ? List.of()
                : regions.below(region.code()).stream()
                        .map(one -> new Choice(address(election.code(), one.code(), 0), one.name(), null, false))
                        .toList();
    }

    private static String address(String election, RegionCode region, int page) {
        return "/calls?election=" + election + "&region=" + region + (page == 0 ? "" : "&page=" + page);
    }
}
