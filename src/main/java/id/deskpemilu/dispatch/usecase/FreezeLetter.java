package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.FigureSource;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterArchive;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterNotices;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.shared.UseCase;
import java.util.Map;

/** Freezes the figures of a letter whose hour has come, or anew. The process does it. */
@UseCase
public class FreezeLetter {

    private final Letters letters;
    private final FigureSource figures;
    private final LetterArchive archive;
    private final LetterNotices notices;
    private final AuditLog log;

    FreezeLetter(Letters letters, FigureSource figures, LetterArchive archive, LetterNotices notices, AuditLog log) {
        this.letters = letters;
        this.figures = figures;
        this.archive = archive;
        this.notices = notices;
        this.log = log;
    }

    /** Freezes; those who may sign are told. */
    public void execute(LetterId id) {
        Letter letter = letters.lock(id);
        Frozen frozen = figures.freeze(letter);
        letter.frozen(frozen.snapshot().shown());
        letters.saveAndFlush(letter);
        archive.keep(id, frozen);
        log.append(ReportEvent.TIMER, letter.subject(), "LetterFrozen", Map.of("sha256", frozen.sha256()));
        notices.ready(letter);
    }
}
