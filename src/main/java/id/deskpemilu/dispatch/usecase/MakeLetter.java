package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.LetterProcess;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.util.Map;

/** Freezes the figures of a region now and makes the draft of a letter of them. */
@UseCase
public class MakeLetter {

    private final Elections elections;
    private final Regions regions;
    private final Letters letters;
    private final LetterProcess process;
    private final ElectionClocks clocks;
    private final Clock clock;
    private final AuditLog log;

    MakeLetter(
            Elections elections,
            Regions regions,
            Letters letters,
            LetterProcess process,
            ElectionClocks clocks,
            Clock clock,
            AuditLog log) {
        this.elections = elections;
        this.regions = regions;
        this.letters = letters;
        this.process = process;
        this.clocks = clocks;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Makes it; its figures are frozen a moment later.
     *
     * @param region a kecamatan, kabupaten/kota or provinsi
     * @throws Refusal {@code ELECTION_UNKNOWN}, {@code REGION_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN},
     *     {@code LETTER_REGION_TOO_SMALL}, {@code PHASE_NOT_RUNNING}
     */
    public LetterId execute(Actor actor, String electionCode, RegionCode region, LetterKind kind) {
        Election election = elections.get(electionCode);
        Letter.requireAuthor(actor, region);
        if (regions.find(region).isEmpty()) {
            throw Refusal.notFound("REGION_UNKNOWN", region.dotted());
        }
        if (region.level() == RegionCode.Level.VILLAGE) {
            throw Refusal.invalid("LETTER_REGION_TOO_SMALL", region.dotted());
        }
        if (!election.phase().isRunning()) {
            throw Refusal.conflict("PHASE_NOT_RUNNING", election.phase());
        }
        Letter letter = letters.saveAndFlush(Letter.plan(election, region, kind, clocks.now(election.id()), false));
        log.append(
                actor.username(),
                letter.subject(),
                "LetterAsked",
                Map.of("election", electionCode, "region", region.digits(), "kind", kind));
        process.planned(letter.id(), clock.instant());
        return letter.id();
    }
}
