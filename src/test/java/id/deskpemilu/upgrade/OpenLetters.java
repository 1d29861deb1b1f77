package id.deskpemilu.upgrade;

import static id.deskpemilu.upgrade.Desk.supervisor;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.ReceivedLetterProcess;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.ReceivedMother;
import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.dispatch.usecase.MakeLetter;
import id.deskpemilu.dispatch.usecase.RegisterSender;
import id.deskpemilu.dispatch.usecase.ReviewReceivedLetter;
import id.deskpemilu.shared.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Letters in every step; those of the evening's plan wait for their hours anyway. */
record OpenLetters(Desk desk) {

    void make(List<TestElection> elections) {
        TestElection reports = elections.get(0);
        frozen(reports, LetterKind.FULL); // its draft is a job that waits
        draft(reports, LetterKind.FLASH);

        TestElection evening = elections.get(1);
        beingSigned(evening, draft(evening, LetterKind.FULL));
        signed(evening, draft(evening, LetterKind.FLASH)); // its dispatch is a job that waits

        TestElection night = elections.get(2);
        dispatched(night, LetterKind.FULL);
        LetterId silent = dispatched(night, LetterKind.FLASH);
        desk.fire(silent.toString(), "IntermediateEvent_ReceiptLate"); // sent once more
        desk.fire(silent.toString(), "IntermediateEvent_ReceiptLate"); // and chased

        received(elections.get(1));
        LetterId checked = received(elections.get(2));
        desk.bean(ReviewReceivedLetter.class)
                .execute(supervisor(elections.get(2).regency()), checked, ReceivedLetter.Review.CHECKED, "");
    }

    private LetterId frozen(TestElection election, LetterKind kind) {
        RegionCode region = RegionCode.of(election.regency());
        LetterId letter =
                desk.bean(MakeLetter.class).execute(supervisor(election.regency()), election.code(), region, kind);
        desk.fire(letter.toString(), "IntermediateEvent_CutCame");
        return letter;
    }

    private LetterId draft(TestElection election, LetterKind kind) {
        LetterId letter = frozen(election, kind);
        desk.fire(letter.toString(), "ServiceTask_DraftLetter");
        return letter;
    }

    private void signed(TestElection election, LetterId letter) {
        new Signatures(desk).sign(election.regency(), letter);
    }

    private LetterId dispatched(TestElection election, LetterKind kind) {
        LetterId letter = draft(election, kind);
        signed(election, letter);
        desk.fire(letter.toString(), "ServiceTask_DispatchLetter");
        return letter;
    }

    /**
     * As the node left it that died the day before while BSrE signed: begun, numbered, and with the attempt of which nobody
     * knows what became. No desk can be made to die in between from here; the rows are those of SignLetter and AttemptTable.
     */
    private void beingSigned(TestElection election, LetterId id) {
        desk.inTransaction(() -> {
            Letters letters = desk.bean(Letters.class);
            var letter = letters.lock(id);
            letter.beginSigning(Instant.now().minus(Duration.ofDays(1)));
            letter.register("200.2.1/900/" + election.regency(), LocalDate.of(2024, 11, 27));
            letters.saveAndFlush(letter);
            desk.jdbc().sql("""
                            insert into desk.signing_attempt (letter, pdf_sha256, signer, until, unknown, document)
                            values (?, ?, 'supervisor', now() - interval '1 day', true, 'dokumen-uji')
                            """).params(id.value(), "0".repeat(64)).update();
        });
    }

    /** The desk has its own key as sender and as seal, so that it can write what the tier below would send. */
    private LetterId received(TestElection election) {
        RegionCode region = RegionCode.of(election.regency());
        desk.bean(RegisterSender.class)
                .execute(
                        Desk.admin(election.regency()),
                        region,
                        "Kesbangpol Uji",
                        "service-account-uji-" + region.digits(),
                        "",
                        desk.bean(Seal.class).certificateHash());
        LetterId letter = ReceivedMother.kept(desk.context(), election.code(), election.regency());
        desk.inTransaction(() -> desk.bean(ReceivedLetterProcess.class).taken(letter));
        return letter;
    }
}
