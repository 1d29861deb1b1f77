package id.deskpemilu.look;

import static id.deskpemilu.look.Samples.EVENING;
import static id.deskpemilu.look.Samples.SHA;

import id.deskpemilu.dispatch.web.LetterPage;
import id.deskpemilu.dispatch.web.LettersPage;
import id.deskpemilu.dispatch.web.PreviewPage;
import id.deskpemilu.dispatch.web.SignPage;
import id.deskpemilu.look.Samples.Sample;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The pages of letters, filled with invented data. */
final class LetterSamples {

    private static final String BASE = "/letters/7f1c6a52-90d3-4c1b-9a66-1f3de0a1c0de";
    private static final String REGION = "Kabupaten Nusa Jaya";
    private static final String NUMBER = "200.2.1/014/99.01/2027";
    private static final ZonedDateTime CUT = EVENING.withHour(18).withMinute(0);
    private static final List<Crumb> CRUMBS = List.of(new Crumb("Surat", "/letters"), new Crumb("18.00", null));
    private static final Coverage COVERAGE = new Coverage(CUT, 2_105, 2_269, 41.2);
    private static final String LONG = "Di tiga desa di Kecamatan Sukajaya listrik padam sejak pukul 15.20 WIB.\n"
            + "Penghitungan dilanjutkan dengan genset; laporan menyusul.";

    private LetterSamples() {}

    static List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        all.add(new Sample("letters", "dispatch/list", "supervisor", letters()));
        all.add(new Sample(
                "letters-none",
                "dispatch/list",
                "auditor",
                new LettersPage("Pilkada 2027", "pilkada-2027", List.of(), List.of(), List.of(), null, null, null)));
        all.add(new Sample(
                "letter-planned",
                "dispatch/letter",
                "supervisor",
                letter("PLANNED", "IN_FORCE", null, Set.of(), prose(false, null), null, null)));
        all.add(new Sample("letter-freezing", "dispatch/letter", "supervisor", freezing()));
        all.add(new Sample(
                "letter-draft",
                "dispatch/letter",
                "supervisor",
                letter(
                        "DRAFT",
                        "IN_FORCE",
                        figures(3),
                        Set.of("EDIT", "REFREEZE", "SIGN"),
                        prose(true, null),
                        null,
                        List.of(
                                new LetterPage.Change("bupati", "REPORTED", 2_098, 2_105),
                                new LetterPage.Change("bupati", "VALID", 1_020_111, 1_024_330)))));
        all.add(new Sample(
                "letter-stale",
                "dispatch/letter",
                "supervisor",
                letter(
                        "DRAFT",
                        "IN_FORCE",
                        figures(3),
                        Set.of("EDIT", "REFREEZE", "SIGN"),
                        prose(true, "Aman dan terkendali."),
                        "prose",
                        null)));
        all.add(new Sample(
                "letter-sent",
                "dispatch/letter",
                "supervisor",
                letter(
                        "SENT",
                        "IN_FORCE",
                        figures(18),
                        Set.of("RESEND", "WITHDRAW"),
                        prose(false, null),
                        "withdrawal",
                        null)));
        all.add(new Sample(
                "letter-superseded",
                "dispatch/letter",
                "auditor",
                letter("RECEIPTED", "SUPERSEDED", figures(3), Set.of(), prose(false, null), null, null)));
        all.add(new Sample(
                "letter-withdrawn",
                "dispatch/letter",
                "auditor",
                letter("SENT", "WITHDRAWN", figures(3), Set.of(), prose(false, null), null, null)));
        all.add(new Sample(
                "letter-preview",
                "dispatch/preview",
                "supervisor",
                new PreviewPage(BASE, CRUMBS, REGION, "FULL", CUT, true, "3", 64, 30)));
        all.add(new Sample("letter-sign", "dispatch/sign", "supervisor", sign(false, null, null)));
        all.add(new Sample(
                "letter-sign-refused",
                "dispatch/sign",
                "supervisor",
                sign(true, "Passphrase sertifikat tidak cocok.", "passphrase")));
        all.add(new Sample(
                "letter-sign-failed", "dispatch/sign", "supervisor", sign(true, "Layanan tidak menjawab.", null)));
        return all;
    }

    private static LettersPage letters() {
        List<LettersPage.Row> rows = new ArrayList<>();
        rows.add(row("PLANNED", "IN_FORCE", CUT.withHour(20), null, null));
        rows.add(row("DRAFT", "IN_FORCE", CUT, null, null));
        rows.add(row("SIGNED", "IN_FORCE", CUT.withHour(17), NUMBER, null));
        rows.add(row("SENT", "WITHDRAWN", CUT.withHour(16).withMinute(30), "200.2.1/013/99.01/2027", "Angka keliru"));
        rows.add(row("RECEIPTED", "SUPERSEDED", CUT.withHour(16), "200.2.1/012/99.01/2027", null));
        rows.add(row("DROPPED", "IN_FORCE", CUT.withHour(15), null, null));
        return new LettersPage(
                "Pilkada Serentak 2027",
                "pilkada-2027",
                List.of(
                        new Choice("pilkada-2027", "Pilkada Serentak 2027", null, true),
                        new Choice("latihan", "Latihan", null, false)),
                List.of(
                        new Choice("9901", REGION, null, true),
                        new Choice("990101", "Kecamatan Sukajaya", null, false)),
                rows,
                CUT.withHour(20),
                "Pemilihan ini belum berjalan.",
                "Surat dibuat.");
    }

    private static LettersPage.Row row(
            String status, String standing, ZonedDateTime cutAt, @Nullable String number, @Nullable String reason) {
        String kind = status.equals("SIGNED") ? "FLASH" : "FULL";
        return new LettersPage.Row(
                BASE, REGION, kind, cutAt, status, standing, number, reason, !status.equals("PLANNED"));
    }

    private static LetterPage freezing() {
        LetterPage planned = letter("PLANNED", "IN_FORCE", null, Set.of(), prose(false, null), null, null);
        return new LetterPage(
                BASE,
                CRUMBS,
                REGION,
                "FLASH",
                CUT,
                "PLANNED",
                "IN_FORCE",
                null,
                null,
                null,
                null,
                true,
                planned.road(),
                null,
                0,
                planned.prose(),
                List.of(),
                List.of(),
                Set.of(),
                null,
                null,
                "",
                null,
                "Surat dibuat.");
    }

    private static LetterPage letter(
            String status,
            String standing,
            LetterPage.@Nullable Summary figures,
            Set<String> actions,
            LetterPage.Prose prose,
            @Nullable String wrong,
            @Nullable List<LetterPage.Change> changes) {
        boolean signed = Set.of("SIGNED", "SENT", "RECEIPTED").contains(status);
        int done =
                List.of("PLANNED", "DRAFT", "", "SIGNED", "SENT", "RECEIPTED").indexOf(status);
        List<String> keys = List.of("CUT", "DRAFT", "SIGN", "SEND", "RECEIPT");
        return new LetterPage(
                BASE,
                CRUMBS,
                REGION,
                "FULL",
                CUT,
                status,
                standing,
                signed ? NUMBER : null,
                signed ? "Rina Hartati" : null,
                standing.equals("SUPERSEDED") ? new LetterPage.Other("200.2.1/015/99.01/2027", BASE) : null,
                standing.equals("WITHDRAWN") ? "Angka Kecamatan Sukajaya keliru." : null,
                false,
                IntStream.range(0, keys.size())
                        .mapToObj(n -> new LetterPage.Step(
                                keys.get(n),
                                n < done ? "DONE" : n == done ? "NOW" : "NEXT",
                                n < done ? CUT.plusMinutes(4L * n) : null))
                        .toList(),
                figures,
                7,
                prose,
                signed
                        ? List.of(
                                new LetterPage.Transfer(
                                        "Bakesbangpol Provinsi Nusantara", "DESK", false, "RECEIPTED", CUT, null),
                                new LetterPage.Transfer(
                                        "Sekretariat Daerah",
                                        "MAIL",
                                        true,
                                        "FAILED",
                                        CUT,
                                        "Server surat tidak menjawab."),
                                new LetterPage.Transfer("Arsip", "SFTP", false, "WAITING", null, null))
                        : List.of(),
                List.of(
                        new LetterPage.Event("LetterPlanned", CUT.minusHours(3), "", null),
                        new LetterPage.Event("ProseWritten", CUT.plusMinutes(3), "Rina Hartati", "Situasi aman")),
                actions,
                wrong,
                wrong == null
                        ? null
                        : wrong.equals("prose") ? "Surat ini berubah." : "Tulis alasan, supaya jelas bagi yang lain.",
                "",
                changes,
                null);
    }

    private static LetterPage.Summary figures(int choices) {
        List<LetterPage.Votes> votes = IntStream.rangeClosed(1, choices)
                .mapToObj(number -> new LetterPage.Votes(number, "Paslon Nomor " + number, 341_942L / number, 33.33))
                .toList();
        return new LetterPage.Summary(
                CUT,
                SHA,
                21,
                238,
                2_269,
                401_234,
                410_233,
                811_467,
                2,
                4,
                7,
                3,
                12,
                0,
                List.of(
                        new LetterPage.Contest("bupati", COVERAGE, 3, votes, 1_024_330, 22_118, 78.24),
                        new LetterPage.Contest("gubernur", COVERAGE, 0, votes, 1_024_330, 22_118, null)));
    }

    private static LetterPage.Prose prose(boolean editable, @Nullable String kept) {
        return new LetterPage.Prose(
                editable,
                kept != null,
                List.of(
                        new LetterPage.Text("situation", LONG, kept, 4_000),
                        new LetterPage.Text("problems", "", kept == null ? null : "", 4_000),
                        new LetterPage.Text("suggestions", "", null, 4_000)));
    }

    private static SignPage sign(boolean credentials, @Nullable String error, @Nullable String wrong) {
        List<SignPage.Line> lines = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> new SignPage.Line(
                        number,
                        "Ratna Wulandari – Yusuf Hidayat",
                        341_942,
                        "tiga ratus empat puluh satu ribu sembilan ratus empat puluh dua"))
                .toList();
        SignPage.Line valid =
                new SignPage.Line(0, "", 1_024_330, "satu juta dua puluh empat ribu tiga ratus tiga puluh");
        return new SignPage(
                BASE,
                CRUMBS,
                REGION,
                "FULL",
                credentials ? NUMBER : null,
                List.of("Gubernur Nusantara", "c.q. Kepala Bakesbangpol", "di", "Tempat"),
                List.of("KEPALA BADAN KESATUAN BANGSA DAN POLITIK", "Rina Hartati, S.Sos., M.Si."),
                CUT,
                List.of(new SignPage.Contest("bupati", COVERAGE, lines, valid, valid)),
                "7F1C6A",
                7,
                credentials,
                !credentials,
                EVENING,
                error,
                wrong,
                credentials && wrong == null);
    }
}
