package id.deskpemilu.escalation.web;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.usecase.SetRehearsalClock;
import id.deskpemilu.escalation.Stage;
import id.deskpemilu.escalation.Stages;
import id.deskpemilu.escalation.usecase.ChangeStages;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The stages of an election as a form, and the clock of a rehearsal beside it. */
@Controller
@RequestMapping("/admin/elections/{election}")
class StagePages {

    private static final int ROWS = 8;
    private static final int MOST_ROWS = 12;
    private static final Pattern HOUR = Pattern.compile("(?<hour>\\d{1,2})[:.]?(?<minute>\\d{2})");
    private static final String NOTICE = "notice";
    private static final String STAGES = "stages";
    private static final String CLOCK = "clock";

    /** A whole evening in ten minutes is sixty times as fast. */
    private static final List<Integer> SPEEDS = List.of(0, 1, 10, 30, 60, 120, 360);

    private final Elections elections;
    private final Stages stages;
    private final ChangeStages changeStages;
    private final SetRehearsalClock setClock;
    private final ElectionClocks clocks;
    private final Regions regions;
    private final MessageSource messages;
    private final Problems problems;

    StagePages(
            Elections elections,
            Stages stages,
            ChangeStages changeStages,
            SetRehearsalClock setClock,
            ElectionClocks clocks,
            Regions regions,
            MessageSource messages,
            Problems problems) {
        this.elections = elections;
        this.stages = stages;
        this.changeStages = changeStages;
        this.setClock = setClock;
        this.clocks = clocks;
        this.regions = regions;
        this.messages = messages;
        this.problems = problems;
    }

    @GetMapping("/stages")
    ModelAndView show(Actor actor, @PathVariable("election") String code, Map<String, Object> model) {
        actor.requireAnywhere(Role.ADMIN);
        Election election = elections.get(code);
        return page(actor, election, rows(election), "", null, null, (String) model.get(NOTICE));
    }

    @PostMapping("/stages")
    ModelAndView change(
            Actor actor,
            @PathVariable("election") String code,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes redirect,
            Locale locale) {
        actor.requireAnywhere(Role.ADMIN);
        List<StagesPage.Row> rows = typed(parameters);
        try {
            changeStages.execute(actor, code, entries(rows));
        } catch (Refusal refusal) {
            return refused(refusal, actor, code, rows, "", STAGES);
        }
        redirect.addFlashAttribute(NOTICE, messages.getMessage("stages.changed", null, locale));
        return new ModelAndView("redirect:/admin/elections/" + code + "/stages");
    }

    @PostMapping("/clock")
    ModelAndView set(
            Actor actor,
            @PathVariable("election") String code,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "1") int speed,
            RedirectAttributes redirect,
            Locale locale) {
        actor.requireAnywhere(Role.ADMIN);
        try {
            setClock.execute(actor, code, hour(actor, shown), speed);
        } catch (Refusal refusal) {
            return refused(refusal, actor, code, null, shown, CLOCK);
        }
        redirect.addFlashAttribute(NOTICE, messages.getMessage("clock.set", null, locale));
        return new ModelAndView("redirect:/admin/elections/" + code + "/stages");
    }

    private ModelAndView refused(
            Refusal refusal,
            Actor actor,
            String code,
            @Nullable List<StagesPage.Row> typed,
            String shown,
            String wrong) {
        boolean told = refusal.kind() == Refusal.Kind.INVALID || refusal.code().equals("CLOCK_BACKWARDS");
        if (!told) {
            throw refusal;
        }
        Election election = elections.get(code);
        String error = problems.reason(refusal.code(), refusal.arguments()) + " "
                + problems.next(refusal.code(), refusal.arguments());
        ModelAndView page = page(actor, election, typed == null ? rows(election) : typed, shown, error, wrong, null);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private List<StagesPage.Row> rows(Election election) {
        return stages.of(election.id()).stream()
                .map(stage -> new StagesPage.Row(
                        stage.at().toString(), stage.nextDay(), stage.kind().name()))
                .toList();
    }

    private ModelAndView page(
            Actor actor,
            Election election,
            List<StagesPage.Row> given,
            String shown,
            @Nullable String error,
            @Nullable String wrong,
            @Nullable String notice) {
        List<StagesPage.Row> rows = new ArrayList<>(given);
        do {
            rows.add(new StagesPage.Row("", false, Stage.Kind.REMINDER.name()));
        } while (rows.size() < ROWS);
        return new ModelAndView(
                "escalation/stages",
                "page",
                new StagesPage(
                        election.name(),
                        election.code(),
                        "/admin/elections/" + election.code(),
                        rows.subList(0, Math.min(rows.size(), MOST_ROWS)),
                        Arrays.stream(Stage.Kind.values()).map(Enum::name).toList(),
                        election.isSimulation() ? clock(actor, election, shown) : null,
                        error,
                        wrong,
                        notice));
    }

    private StagesPage.RehearsalClock clock(Actor actor, Election election, String typed) {
        int speed = clocks.current(election.id())
                .map(segment -> (int) Math.round(segment.speed()))
                .orElse(1);
        TreeSet<Integer> speeds = new TreeSet<>(SPEEDS);
        speeds.add(speed); // a command may have chosen another
        return new StagesPage.RehearsalClock(
                clocks.now(election.id()).atZone(zone(actor)), speed, typed, List.copyOf(speeds));
    }

    /** Rows whose hour was emptied are no stages any more. */
    private static List<StagesPage.Row> typed(Map<String, String> parameters) {
        List<StagesPage.Row> rows = new ArrayList<>();
        for (int n = 0; n < MOST_ROWS; n++) {
            String at = parameters.getOrDefault("at_" + n, "").strip();
            if (!at.isEmpty()) {
                rows.add(new StagesPage.Row(
                        hourText(at), parameters.containsKey("next_" + n), parameters.getOrDefault("kind_" + n, "")));
            }
        }
        return rows;
    }

    private static List<ChangeStages.Entry> entries(List<StagesPage.Row> rows) {
        return rows.stream()
                .map(row -> new ChangeStages.Entry(time(row.at()), row.nextDay(), kind(row.kind())))
                .toList();
    }

    /** 18.30, 18:30 and 1830 are the same hour: a phone's keys for digits have neither dot nor colon. */
    private static String hourText(String typed) {
        Matcher hour = HOUR.matcher(typed);
        return hour.matches() ? "%02d:%s".formatted(Integer.parseInt(hour.group("hour")), hour.group("minute")) : typed;
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noTime) {
            throw Refusal.invalid("HOUR_INVALID", text.substring(0, Math.min(text.length(), 20)));
        }
    }

    private static Stage.Kind kind(String name) {
        return Arrays.stream(Stage.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("HOUR_INVALID", name));
    }

    private @Nullable Instant hour(Actor actor, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.strip()).atZone(zone(actor)).toInstant();
        } catch (DateTimeException noTime) {
            throw Refusal.invalid("HOUR_INVALID", text.substring(0, Math.min(text.length(), 20)));
        }
    }

    /** The zone of the administrator's first region. */
    private ZoneId zone(Actor actor) {
        return actor.scopes(Role.ADMIN).stream()
                .findFirst()
                .flatMap(regions::find)
                .map(Region::zone)
                .orElse(Zone.WIB)
                .id();
    }
}
