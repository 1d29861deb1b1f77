package id.deskpemilu.dispatch;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClockChanged;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.PhaseEntered;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.report.ContestClosed;
import id.deskpemilu.report.ContestOpened;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans the letters of an evening: one for each hour of the plan that lies ahead when the first contest is opened, and one
 * more when the last is closed.
 */
@Component
class WatchesEvening {

    private final LetterSettings settings;
    private final Letters letters;
    private final LetterProcess process;
    private final Contests contests;
    private final Regions regions;
    private final ElectionClocks clocks;
    private final Clock clock;
    private final AuditLog log;
    private final JdbcClient jdbc;

    WatchesEvening(
            LetterSettings settings,
            Letters letters,
            LetterProcess process,
            Contests contests,
            Regions regions,
            ElectionClocks clocks,
            Clock clock,
            AuditLog log,
            JdbcClient jdbc) {
        this.settings = settings;
        this.letters = letters;
        this.process = process;
        this.contests = contests;
        this.regions = regions;
        this.clocks = clocks;
        this.clock = clock;
        this.log = log;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ContestOpened opened) {
        Election election = opened.contest().election();
        Instant now = clocks.now(election.id());
        for (RegionCode region : seats(election)) {
            Region seat = regions.find(region).orElseThrow();
            Set<Instant> known = new TreeSet<>(letters.about(election.id(), region).stream()
                    .map(Letter::cutAt)
                    .toList());
            for (LetterSettings.Cut cut : settings.plan()) {
                Instant at = election.heldOn()
                        .atTime(cut.at())
                        .atZone(seat.zone().id())
                        .toInstant();
                if (at.isAfter(now) && known.add(at)) {
                    plan(election, region, cut.kind(), at, true);
                }
            }
        }
    }

    private void plan(Election election, RegionCode region, LetterKind kind, Instant at, boolean planned) {
        Letter letter = letters.saveAndFlush(Letter.plan(election, region, kind, at, planned));
        log.append(
                ReportEvent.TIMER,
                letter.subject(),
                "LetterPlanned",
                Map.of("region", region.digits(), "kind", kind, "cutAt", at));
        process.planned(letter.id(), planned ? clocks.real(election.id(), at) : clock.instant());
    }

    /** The regions that write letters: the regencies of the stations; of a desk without stations the areas of its contests. */
    private List<RegionCode> seats(Election election) {
        List<String> regencies = jdbc.sql("""
                        with recursive seat(code) as (
                            (select min(substr(code, 1, 4)) from desk.station where election_id = :election)
                            union all
                            select (select min(substr(s.code, 1, 4)) from desk.station s
                                    where s.election_id = :election and s.code > seat.code || ':')
                            from seat where seat.code is not null)
                        select code from seat where code is not null order by code
                        """)
                .param("election", election.id())
                .query(String.class)
                .list();
        return regencies.isEmpty()
                ? contests.of(election.id()).stream()
                        .map(Contest::area)
                        .distinct()
                        .toList()
                : regencies.stream().map(RegionCode::new).toList();
    }

    /** The last contest is closed: what is in by now is the end of the evening. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ContestClosed closed) {
        Election election = closed.contest().election();
        boolean last = contests.of(election.id()).stream()
                .noneMatch(contest -> contest.id() != closed.contest().id()
                        && (contest.state() == Contest.State.OPEN || contest.state() == Contest.State.OPENING));
        if (last && election.phase().isRunning()) {
            Instant now = clocks.now(election.id());
            seats(election).forEach(region -> plan(election, region, LetterKind.FULL, now, false));
        }
    }

    /** Nothing is planned any more once the evening is over. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PhaseEntered entered) {
        if (!entered.election().phase().isRunning()) {
            for (Letter letter : letters.plannedForChange(entered.election().id())) {
                letter.drop();
                letters.saveAndFlush(letter);
                process.ended(letter.id());
            }
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ElectionClockChanged changed) {
        letters.plannedForChange(changed.electionId())
                .forEach(letter -> process.redated(letter.id(), clocks.real(changed.electionId(), letter.cutAt())));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LetterSent sent) {
        Letter letter = letters.lock(sent.letter());
        letter.sent(clock.instant());
        letters.saveAndFlush(letter);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LetterReceipted receipted) {
        Letter letter = letters.lock(receipted.letter());
        letter.receipted(clock.instant());
        letters.saveAndFlush(letter);
        process.receipted(letter.id());
    }
}
